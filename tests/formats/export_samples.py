"""Files as newspaper databases give them out, with invented reports of what is known of the first Moon landings."""

FILLER = "The crowd stood along the coast road and watched the column of smoke lean out over the sea.\n" * 12

NEXIS = f"""\



                               1 of 3 DOCUMENTS


                              The Cape Gazette

                            July 17, 1969 Thursday
                              Late Edition - Final

Three Men Leave for
the Moon

BYLINE: By ANNA LINDQVIST and PETER MOSS

SECTION: Section A; Column 1; National Desk; Pg. 1

LENGTH: 1,034 words

DATELINE: CAPE KENNEDY, Fla., July 16

   Apollo 11 rose from Pad 39A this morning at 9:32.

   Neil Armstrong, Edwin Aldrin and Michael Collins were aboard. One note: LENGTH: no matter.

{FILLER}
URL: http://www.example.org/moon

SUBJECT: SPACE EXPLORATION (92%); ASTRONAUTS (90%); ROCKETS (78%)

PERSON: NEIL ARMSTRONG (79%)

LOAD-DATE: July 18, 1969

LANGUAGE: ENGLISH

GRAPHIC: Photo: The rocket clears the tower.

PUBLICATION-TYPE: Newspaper

                      Copyright 1969 The Cape Gazette
                            All Rights Reserved


                               2 of 3 DOCUMENTS


                              Houston Courier

                                 July 21, 1969

HEADLINE: Eagle Is Down

LENGTH: 412 words

BODY:
The lunar module touched down in the Sea of Tranquility on July 20.

{FILLER}
LOAD-DATE: July 22, 1969


                               3 of 3 DOCUMENTS


                              Houston Courier

                            25 July 1969 Friday

Home Again

SECTION: NEWS

LENGTH: 98 words

The Hornet took the crew aboard on Thursday in the Pacific.

LANGUAGE: ENGLISH
"""

ADVANCE = f"""\
Date and Time: Tuesday, February 12, 2019 3:12:00 PM
Job Number: 81230
Documents (2)
1. A Walk in the Hadley Hills
Client/Matter: -None-

A Walk in the Hadley Hills
The Cape Gazette
August 1, 1971 Sunday

Copyright 1971 The Cape Gazette All Rights Reserved
Section: A; Pg. 1
Length: 640 words
Byline: Anna Lindqvist
Dateline: HOUSTON

Body


David Scott and James Irwin drove the first car on the Moon yesterday.

{FILLER}
Classification

Language: ENGLISH

Publication-Type: Newspaper

Subject: SPACE EXPLORATION (90%)

Load-Date: August 2, 1971


End of Document

The Last to Leave
Houston Courier
December 15, 1972

Copyright 1972 Houston Courier
Length: 300 words

Body

Eugene Cernan climbed the ladder on December 14.

{FILLER}
Load-Date: December 16, 1972

End of Document
"""

TAGGED = f"""\
SE    National Desk
HD    Three Men Leave
      for the Moon
BY    By Anna Lindqvist
WC    1,034 words
PD    17 July 1969
SN    The Cape Gazette
SC    CAPG
PG    1
LA    English
CY    Copyright 1969 The Cape Gazette.

LP
Apollo 11 rose from Pad 39A this morning.

TD
Three men were aboard.

{FILLER}
NS    gspace : Space Exploration | gcat : Political/General News
RE    usa : United States
AN    Document CAPG000019690717e57h0001k


HD
Eagle Is Down
WC    412 words
PD    21 July 1969
SN
Houston Courier
SC    HOUC
LA    English

LP
The lunar module touched down on July 20.

TD

{FILLER}
AN    Document HOUC000019690721e57l0002m

Search Summary
Text    apollo
"""

UNTAGGED = f"""\
Three Men Leave for the Moon

By Anna Lindqvist
1,034 words
17 July 1969
05:12 AM
The Cape Gazette
CAPG
1
English
Copyright 1969 The Cape Gazette. All Rights Reserved.

Apollo 11 rose from Pad 39A this morning.

{FILLER}
Document CAPG000019690717e57h0001k

Eagle Is Down

412 words
21 July 1969
Houston Courier
HOUC
English
(c) 1969 Houston Courier

The lunar module touched down on July 20.

{FILLER}
Document HOUC000019690721e57l0002m
"""

PAGE = f"""<html><head><title>Factiva</title></head><body>
<div id="article-1" class="article"><div class="article enArticle"><p><div id="hd"><span class="enHeadline"> Three Men
Leave for the Moon</span></div><div class="author">By Anna Lindqvist</div><div>1,034 words</div><div>17 July 1969</div>
<div>05:12</div><div>The Cape Gazette</div><div>CAPG</div><div>English</div><div>Copyright 1969 The Cape Gazette.</div>
<p class="articleParagraph enarticleParagraph">Apollo 11 rose from Pad 39A this morning.</p>
<p class="articleParagraph enarticleParagraph">{FILLER}</p><p>Document CAPG000019690717e57h0001k</p></div></div>
<div id="article-2" class="article"><div class="article enArticle"><table><tr><td><b>HD</b>&nbsp;</td><td>Eagle Is
Down</td></tr><tr><td><b>WC</b></td><td>412 words</td></tr><tr><td><b>PD</b></td><td>21 July 1969</td></tr>
<tr><td><b>SN</b></td><td>Houston Courier</td></tr><tr><td><b>LP</b></td><td>
<p class="articleParagraph enarticleParagraph">The lunar module touched down on July 20.</p></td></tr>
<tr><td><b>TD</b></td><td><p class="articleParagraph enarticleParagraph">{FILLER}</p></td></tr>
<tr><td><b>AN</b></td><td>Document HOUC000019690721e57l0002m</td></tr></table></div></div></body></html>
"""
