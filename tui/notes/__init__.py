"""Notes: what a person says about articles, kept so that none is lost and none sits beside the wrong sentence."""
