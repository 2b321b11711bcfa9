"""The texts of a small collection with something of everything a collection may hold."""

RAID = """\
Raid in the north 𝄞

By Ada Vance

Mahmud Farhadi met General Karl Weber in Baghdad on January 26, 2007. Mahmud Farhadi was captured in Irbil on
June 3, 2007. Karl Weber left Baghdad in spring 2008. Some time later Karl Weber retired.

March 2007: Karl Weber was released in Basra.

  • Winger says:

    Otto Grimm was killed in Vienna on July 9, 1999. Mahmud Farhadi was there.

Posted in Iraq | Tagged raids, Irbil | 2 comments
"""

LETTER = """\
---
title: A letter
author: Bo Lind
source: The Courier
url: https://example.org/letters/1
date: 2008-01-02
---
# A letter

The rebel **Mahmud Farhadi** was captured in Irbil on July 4, 2007. In 2008 *Karl Weber* returned to Basra.
"""

PAGE = """\
<!DOCTYPE html><html><head><title>A page</title><meta name="author" content="Cy Moor">
<meta property="article:published_time" content="2009-03-04T10:00:00Z"></head>
<body><article><h1>A page</h1><p>Karl Weber died in Basra on May 5, 2009, his brother Hans Weber said.</p>
<p>It was not known who would follow him, and nobody in Basra would say more about it on that day.</p></article></body>
</html>
"""

FACTS = """\
[corpus]
title = "Raids"

[[article]]
path = "raid.txt"
published = "2008-10-14~"

[[entity]]
name = "Mahmud Farhadi"
kind = "person"
aliases = ["Farhadi", "M. Farhadi"]
about = "a commander"
"""
