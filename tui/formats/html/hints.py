"""What elements of a page call themselves: which hold readers' comments, who wrote one, what stands beside an article.

The names are those that comment systems and page makers give their elements by class, id, role and itemprop: WordPress,
Disqus, Blogger, Facebook's plugin, Coral, Movable Type, Drupal, phpBB, vBulletin, XenForo and Discourse among them.
"""

import re
from functools import lru_cache

_JOINTS = re.compile(r"[-_:]+")

_COMMENTS = frozenset(
    {
        *("comments", "commentlist", "commentslist", "commentarea", "commentsarea", "commentsection", "usercomments"),
        *("readercomments", "postcomments", "disqus", "dsq", "fyre", "livefyre", "viafoura", "idc", "coral", "spotim"),
        *("fbfeedbackcontent", "fbcomments", "trackbacks", "pingbacks", "hypercomments", "commento", "isso"),
    }
)
_COMMENTS_TOGETHER = frozenset(
    {
        *("comment-list", "comment-section", "comment-thread", "comment-area", "comment-holder", "comment-wrapper"),
        *("comment-container", "comment-block-wrapper", "fb-comments", "comment-stream", "reader-responses"),
    }
)
_NO_COMMENTS = frozenset(
    {
        *("link", "links", "count", "counts", "counter", "number", "num", "icon", "btn", "button", "toggle", "open"),
        *("closed", "has", "no", "with", "nav", "feed", "rss", "policy", "rules", "off", "on", "enabled", "disabled"),
        *("allow", "allowed", "anchor", "jump"),
    }
)
_COMMENT = frozenset(
    {
        *("comment", "usercomment", "dsq-comment", "coral-comment", "fyre-comment-article", "idc-c", "gig-comment"),
        *("uficomment", "fbfeedbackpost", "u-comment", "p-comment", "pingback", "trackback", "comtr", "crawler-post"),
        *("comment-item", "comment-entry", "single-comment", "comment-container", "commento-card", "isso-comment"),
        *("isso-follow-up",),
    }
)
_COMMENT_ID = re.compile(r"(?:li-|div-|dsq-|js-)?(?:comment|dsq-comment|cmt)[-_]?\d+")
_POST = frozenset(
    {"postcontainer", "postbit", "postbitlegacy", "message--post", "topic-body", "forum-post", "topic-post"}
)
_POST_ID = re.compile(r"(?:js-)?p(?:ost)?[-_]?\d+")
_NO_POST = frozenset({"hentry", "type-post", "h-entry", "entry", "blog-post", "card"})
_MEMBER = frozenset(
    {
        *("postprofile", "userinfo", "userdetails", "username", "username_container", "poster", "postuser"),
        *("message-user", "user-details", "posthead", "postauthor", "bigusername", "post-author-name", "creator"),
    }
)
_NAMED = re.compile(
    r"fn|name|user|user-?name(?:-coloured)?|nick(?:name)?|screen-?name|display-?name|profile-?name|hnuser|poster|bigusername"
    r"|(?:\w+[-_])*comment[-_]*(?:user-?name|name|cite|author-name)|dsq-commenter-name|commenter(?:-name)?"
    r"|publisher-anchor-color|uficommentactorname|(?:coral|fyre|gig|spcv)-(?:\w+-)*username|isso-author|creator"
)
_AUTHOR = re.compile(r"(?:[\w-]{0,40}[-_])?author(?:[-_](?:name|link|url))?|byline|(?:\w+-)?commenter")
_SAID = frozenset({"content", "contents", "text", "message", "body", "postbody", "postcontent", "cooked", "commtext"})
_SAID_ONLY = _SAID - {"body", "postbody"}
_SAID_WHOLE = frozenset({"uficommentbody", "bbwrapper", "commenttext"})
_ABOUT = frozenset(
    {
        *("author", "meta", "metadata", "commentmetadata", "reply", "replies", "actions", "action", "footer", "date"),
        *(
            "time",
            "timestamp",
            "datetime",
            "byline",
            "avatar",
            "tools",
            "toolbar",
            "permalink",
            "vote",
            "votes",
            "likes",
        ),
        *("like", "profile", "postprofile", "username", "badge", "signature", "menu", "rating", "says"),
        *("controls",),
        *("flag", "report", "edit", "vcard", "userinfo", "userdetails", "share", "buttons", "links", "posthead"),
        *("postfoot", "user", "poster", "moderation", "uficommentactorname", "uficommentactions", "comhead", "respond"),
        *("username_container", "header", "commentmeta", "signaturecontainer"),
    }
)
_BESIDE = frozenset(
    {
        *(
            "newsletter",
            "subscribe",
            "signup",
            "cookie",
            "cookies",
            "gdpr",
            "consent",
            "sharedaddy",
            "addtoany",
            "sharing",
        ),
        *(
            "share",
            "social",
            "related",
            "recommended",
            "recommendations",
            "outbrain",
            "taboola",
            "trending",
            "mostread",
        ),
        *("jp-relatedposts", "promo", "advert", "advertisement", "paywall", "breadcrumb", "breadcrumbs", "respond"),
        *("editsection", "registration", "regwall", "subscription"),
        *("sharebar", "sharebuttons", "relatedposts", "relatedarticles", "popular", "cookiebar", "cookienotice"),
    }
)
_ROLES_BESIDE = frozenset({"navigation", "dialog", "alertdialog", "search", "contentinfo"})


@lru_cache(maxsize=4096)
def _parts(token: str) -> frozenset[str]:
    return frozenset(_JOINTS.split(token)) | {token}


@lru_cache(maxsize=4096)
def holds_comments(hints: str) -> bool:
    """Whether an element of these hints holds all that readers wrote."""
    for token in hints.split():
        parts = _parts(token)
        if not parts & _NO_COMMENTS and (parts & _COMMENTS or token in _COMMENTS_TOGETHER):
            return True
    return False


@lru_cache(maxsize=4096)
def is_comment(hints: str) -> bool:
    """Whether an element of these hints is one reader's comment."""
    return any(token in _COMMENT or _COMMENT_ID.fullmatch(token) for token in hints.split())


@lru_cache(maxsize=4096)
def is_post(hints: str) -> bool:
    """Whether an element of these hints may be one post in the thread of a forum."""
    tokens = hints.split()
    if not _NO_POST.isdisjoint(tokens):
        return False
    return any(token in _POST or _POST_ID.fullmatch(token) for token in tokens)


@lru_cache(maxsize=4096)
def is_member(hints: str) -> bool:
    """Whether an element of these hints tells who wrote a post in a forum."""
    return any(not _parts(token).isdisjoint(_MEMBER) for token in hints.split())


@lru_cache(maxsize=4096)
def names_commenter(hints: str) -> int:
    """How surely an element of these hints, among comments, is the name of who wrote one: 2, 1, or 0 if it is not."""
    tokens = hints.split()
    return 2 if any(map(_NAMED.fullmatch, tokens)) else 1 if any(map(_AUTHOR.fullmatch, tokens)) else 0


@lru_cache(maxsize=4096)
def is_said(hints: str, *, strictly: bool) -> bool:
    """Whether an element of these hints holds the words of a comment; `strictly`, nothing beside them."""
    wanted = _SAID_ONLY if strictly else _SAID
    return any(token in _SAID_WHOLE or not _parts(token).isdisjoint(wanted) for token in hints.split())


@lru_cache(maxsize=4096)
def is_about(hints: str) -> bool:
    """Whether an element of these hints, inside a comment, tells of it and is not what it says."""
    return any(not _parts(token).isdisjoint(_ABOUT) for token in hints.split())


@lru_cache(maxsize=4096)
def stands_beside(hints: str) -> bool:
    """Whether an element of these hints is no part of an article: appeals, links to others, what asks for consent."""
    return any(token in _ROLES_BESIDE or not _parts(token).isdisjoint(_BESIDE) for token in hints.split())
