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
george georgios giorgos yorgos georgi georgy georgii jorge giorgio georg jerzy gyorgy
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
saint st
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


_BY_SHORT: dict[str, list[int]] = {}
for _row, _forms in enumerate(_SHORT_FORMS):
    for _form in _forms:
        _BY_SHORT.setdefault(_form, []).append(_row)


def is_short_form(left: str, right: str) -> bool:
    """Whether both are forms of one given name, or the old and new name of one city."""
    return not set(_BY_SHORT.get(left, ())).isdisjoint(_BY_SHORT.get(right, ()))
