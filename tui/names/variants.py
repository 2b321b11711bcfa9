"""Knows the forms of one given name in many languages, and the old and new names of cities."""

_SHORT_FORMS = tuple(
    frozenset(forms.split())
    for forms in """
william bill billy will willy
robert bob bobby rob
richard dick rick rich
james jim jimmy jamie
john jack johnny jon jonathan
elizabeth liz beth betty lizzie eliza
edward ed eddie ted teddy
thomas tom tommy
michael mike mick
joseph joe joey
charles charlie chuck
david dave davy
anthony tony
donald don donny
daniel dan danny
samuel sam sammy
benjamin ben benny
alexander alex sasha aleksandr alexandros alejandro alessandro oleksandr aliaksandr
george georgios giorgos yorgos yiorgos georgiy heorhiy georgi georgy georgii jorge giorgio georg jerzy gyorgy
constantine constantin konstantinos konstantin kostas
ioannis giannis gianis yannis yanis john
joseph josef iosif yosef josip jozef osip
leon leo lev lew
fyodor feodor fedor fjodor theodor theodore
mohammed muhammad mohamed mohammad mehmet
michael mikhail michail mikis michalis miguel michel mykhailo mike misha
julia yulia yuliya iuliia
benjamin binyamin
ariel arik
simon shimon semyon
jacob yaakov yakov jakob
isaac yitzhak itzhak
solomon shlomo
moses moshe
abraham avraham ibrahim
francis francisco francesco franz frantisek
charles karl carlos carlo karel
henry heinrich enrique enrico henri
lewis louis luis luiz ludwig
paul pavel pablo paolo pavlo
andrew andrei andrey andreas andre andrzej andriy
sergei sergey serge sergio serhiy
eugene yevgeny evgeny evgeni
eleftherios lefteris
dimitris dimitrios dmitry dmitri dmitriy
vasily basil vasilis wasilij
katherine catherine kate kathy cathy katie
margaret maggie peggy meg
patricia pat patty
patrick pat paddy
christopher chris
stephen steven steve
kenneth ken kenny
ronald ron ronnie
gerald gerry jerry
andrew andy drew
henry harry hank
lawrence larry
frederick fred freddy
matthew matt
theodore ted teddy theo
peter pete pyotr petr piotr pedro
susan sue suzanne
deborah debbie deb
jeffrey jeff geoffrey geoff
gregory greg
timothy tim
ronald ron
vladimir volodymyr
nikolai nicholas nick
saint st sankt sveti
mount mt
fort ft
peking beijing
nanking nanjing
tientsin tianjin
chungking chongqing
tsingtao qingdao
amoy xiamen
mukden shenyang
lvov lviv lwow lemberg
danzig gdansk
breslau wroclaw
bombay mumbai
calcutta kolkata
burma myanmar
rangoon yangon
constantinople istanbul
leningrad petersburg petrograd
canton guangzhou
madras chennai
ceylon lanka
persia iran
sichuan szechwan szechuan
xinjiang sinkiang
guangdong kwangtung
guangxi kwangsi
fujian fukien
jiangxi kiangsi
jiangsu kiangsu
zhejiang chekiang
shaanxi shensi
shandong shantung
hebei hopeh hopei chihli
hubei hupeh
gansu kansu
guizhou kweichow
guilin kweilin
suzhou soochow
hangzhou hangchow
fuzhou foochow
dalian dairen
taipei taibei
yanan yenan
aleppo halab
cairo qahira
tripoli tarabulus
jerusalem yerushalayim
beersheba beersheva
athens athina athinai
piraeus pireas
moscow moskva
warsaw warszawa
vienna wien
munich munchen
cologne koln
rome roma
florence firenze
venice venezia
naples napoli
milan milano
turin torino
genoa genova
lisbon lisboa
prague praha
bucharest bucuresti
belgrade beograd
copenhagen kobenhavn
gothenburg goteborg
brussels bruxelles brussel
antwerp antwerpen anvers
ghent gent gand
geneva geneve genf
nuremberg nurnberg
seville sevilla
krakow cracow
kiev kyiv kyyiv
odessa odesa
kharkov kharkiv
chernobyl chornobyl
germany deutschland
japan nihon nippon
egypt misr masr
syria suriya suriyya
lebanon lubnan
jordan urdun
algeria jazair
mecca makkah
medina madinah
nazareth nasira nasra
bethlehem beitlehem
hebron khalil
jaffa yafo
acre akko
homs hims
damascus dimashq
thessaloniki salonika salonica
smyrna izmir
heraklion iraklion
edirne adrianople
skopje uskub
kaliningrad konigsberg
tallinn reval
vilnius vilna wilno
kaunas kovno
szczecin stettin
poznan posen
bratislava pressburg
volgograd stalingrad tsaritsyn
tbilisi tiflis
yerevan erevan
yekaterinburg sverdlovsk
mykolaiv nikolaev nikolayev
zaporizhzhia zaporozhye zaporizhia
rivne rovno
ternopil tarnopol
vinnytsia vinnitsa
uzhhorod uzhgorod
dnipro dnepr dnipropetrovsk dnepropetrovsk
varanasi benares
pune poona
kochi cochin
dhaka dacca
jakarta batavia
harare salisbury
kinshasa leopoldville
kisangani stanleyville
oslo christiania
""".strip().splitlines()
)


_BY_SHORT: dict[str, set[int]] = {}
for _row, _forms in enumerate(_SHORT_FORMS):
    for _form in _forms:
        _BY_SHORT.setdefault(_form, set()).add(_row)


def is_short_form(left: str, right: str) -> bool:
    """Whether both are forms of one given name, or the old and new name of one city."""
    rows = _BY_SHORT.get(left)
    return rows is not None and not rows.isdisjoint(_BY_SHORT.get(right, ()))


def other_forms(word: str) -> tuple[str, ...]:
    """The other forms of a folded given name or city, in alphabetical order; empty if none is known."""
    forms = {form for row in _BY_SHORT.get(word, ()) for form in _SHORT_FORMS[row]}
    return tuple(sorted(forms - {word}))
