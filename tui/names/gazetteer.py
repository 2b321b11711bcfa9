"""Knows the packed lists: English words, given names, surnames, places, and the few abbreviations everybody writes.

The lists are made by tests/tools/make_name_lists.py, which names their sources and licences.
"""

import re
from functools import cache

from tui.names.fame import FIELDS, FORCES, STATESMEN
from tui.names.words import word_set

COUNTRY, STATE = 9, 8
"""Ranks of countries (and continents) and of US states in `places`; towns have the digits of their population."""

_FIELD = 6

EQUIVALENTS: tuple[tuple[str, ...], ...] = (
    ("United States", "US", "U.S.", "USA", "U.S.A.", "United States of America", "U. S.", "America"),
    ("United Kingdom", "UK", "U.K.", "Great Britain", "Britain"),
    ("United Nations", "UN", "U.N."),
    ("European Union", "EU", "E.U."),
    ("Soviet Union", "USSR", "U.S.S.R.", "Union of Soviet Socialist Republics"),
    ("United Arab Emirates", "UAE", "U.A.E."),
    ("Democratic Republic of the Congo", "DRC", "DR Congo"),
    ("People's Republic of China", "PRC"),
    ("Federal Bureau of Investigation", "FBI", "F.B.I."),
    ("Central Intelligence Agency", "CIA", "C.I.A."),
    ("North Atlantic Treaty Organization", "NATO"),
    ("United States Air Force", "US Air Force", "USAF", "U.S.A.F."),
    ("United States Navy", "US Navy", "USN"),
    ("New York City", "NYC"),
    ("World War I", "First World War", "WWI", "World War One"),
    ("World War II", "Second World War", "WWII", "World War Two"),
    ("Olympic Games", "Olympics"),
    (
        "Islamic Revolutionary Guard Corps",
        "Islamic Revolutionary Guards Corps",
        "Iranian Revolutionary Guard Corps",
        "Iranian Revolutionary Guards Corps",
        "Revolutionary Guard Corps",
        "Revolutionary Guards Corps",
        "Iranian Revolutionary Guards",
        "Iranian Revolutionary Guard",
        "Revolutionary Guards",
        "Revolutionary Guard",
        "IRGC",
    ),
    ("al Qaeda in Iraq", "al Qaida in Iraq", "al Qaeda in Mesopotamia", "al Qaida in Mesopotamia", "AQI"),
    ("al Qaeda in the Arabian Peninsula", "al Qaida in the Arabian Peninsula", "AQAP"),
    ("al Qaeda in the Islamic Maghreb", "al Qaida in the Islamic Maghreb", "AQIM"),
    (
        "Islamic State",
        "Islamic State of Iraq and Syria",
        "Islamic State of Iraq and the Levant",
        "ISIS",
        "ISIL",
        "Daesh",
    ),
    ("Tehrik-i-Taliban Pakistan", "Tehreek-e-Taliban Pakistan", "Pakistani Taliban", "TTP"),
    ("Inter-Services Intelligence", "Inter Services Intelligence Directorate", "ISI"),
    ("National Aeronautics and Space Administration", "NASA"),
    ("Food and Drug Administration", "FDA"),
    ("Securities and Exchange Commission", "SEC"),
    ("Environmental Protection Agency", "EPA"),
    ("International Atomic Energy Agency", "IAEA"),
    ("Organization of the Petroleum Exporting Countries", "Organization of Petroleum Exporting Countries", "OPEC"),
    ("Association of Southeast Asian Nations", "ASEAN"),
    ("African Union", "AU"),
    ("European Central Bank", "ECB"),
    ("World Trade Organization", "World Trade Organisation", "WTO"),
    ("British Broadcasting Corporation", "BBC"),
    ("Revolutionary Armed Forces of Colombia", "FARC", "FARC-EP"),
    ("Liberation Tigers of Tamil Eelam", "Tamil Tigers", "LTTE"),
    ("World Health Organization", "World Health Organisation"),
    ("International Monetary Fund", "IMF"),
    ("National Security Agency", "NSA"),
    ("Federal Security Service", "FSB"),
    ("Doctors Without Borders", "Médecins Sans Frontières", "MSF"),
    ("Committee to Protect Journalists", "CPJ"),
    ("Reporters Without Borders", "Reporters sans frontières", "RSF"),
    ("International Criminal Court", "ICC"),
    ("European Court of Human Rights", "ECHR"),
    ("Organization for Security and Co-operation in Europe", "OSCE"),
    ("Organisation for Economic Co-operation and Development", "OECD"),
    ("United Nations High Commissioner for Refugees", "UNHCR"),
    ("Drug Enforcement Administration", "DEA"),
    ("Internal Revenue Service", "IRS"),
    ("Irish Republican Army", "IRA"),
    ("Royal Air Force", "RAF"),
    ("Bharatiya Janata Party", "BJP"),
    ("African National Congress", "ANC"),
    ("Kurdistan Workers' Party", "PKK"),
    ("Palestine Liberation Organization", "PLO"),
    ("Chiang Kai-shek", "Jiang Jieshi", "蔣介石", "蒋介石", "Чан Кайши"),
    ("Syngman Rhee", "Rhee Syngman", "Yi Seungman", "이승만", "李承晩", "Ли Сын Ман"),
    ("Sun Yat-sen", "Sun Zhongshan", "孫中山", "孙中山", "Сунь Ятсен"),
    ("Washington, D.C.", "Washington, DC", "Washington DC", "Washington D.C."),
)
"""Abbreviations so common that texts do not explain them; the first of each row is the full form."""

_COUNTRY_NAMES = word_set(
    "us usa uk ussr uae drc prc britain england scotland wales northern_ireland soviet_union yugoslavia"
    " czechoslovakia rhodesia zaire burma persia prussia siam ceylon tibet kurdistan kosovo chechnya palestine"
    " west_bank gaza gaza_strip east_germany west_germany north_korea south_korea korea north_vietnam"
    " south_vietnam vietnam taiwan hong_kong macau great_britain united_states united_states_of_america"
    " united_kingdom holland congo ivory_coast cape_verde macedonia east_timor swaziland vatican"
    " holy_roman_empire ottoman_empire british_empire russian_empire middle_east far_east southeast_asia"
    " central_asia east_asia south_asia latin_america central_america caribbean balkans scandinavia arabia"
    " western_europe eastern_europe central_europe persian_gulf soviet_russia peoples_republic_of_china"
    " democratic_republic_of_the_congo republic_of_china new_england siberia crimea sinai kashmir manchuria"
    " mesopotamia transjordan bosnia czech_republic russia iran syria laos moldova tanzania bolivia venezuela"
    " brunei west_indies indochina netherlands americas eurasia"
)
COUNTRY_NAMES = frozenset(name.replace("_", " ") for name in _COUNTRY_NAMES)
"""Folded names of countries and regions, of today and of history, in the form texts use."""


POSTAL = {
    "AZ": "Arizona", "CT": "Connecticut", "FL": "Florida", "GA": "Georgia", "IA": "Iowa", "IL": "Illinois",
    "KS": "Kansas",
    "KY": "Kentucky", "MN": "Minnesota", "MT": "Montana", "NC": "North Carolina", "ND": "North Dakota",
    "NE": "Nebraska",
    "NH": "New Hampshire", "NJ": "New Jersey", "NM": "New Mexico", "NV": "Nevada", "NY": "New York",
    "RI": "Rhode Island",
    "SC": "South Carolina", "SD": "South Dakota", "TN": "Tennessee", "TX": "Texas", "UT": "Utah", "VT": "Vermont",
    "WA": "Washington", "WI": "Wisconsin", "WV": "West Virginia", "WY": "Wyoming", "NSW": "New South Wales",
}  # fmt: skip
"""Abbreviated states that are neither words nor commonly something else, with their names."""

PRESS_STATES = {
    "Ala": "Alabama", "Ariz": "Arizona", "Ark": "Arkansas", "Calif": "California", "Colo": "Colorado",
    "Conn": "Connecticut", "Fla": "Florida", "Ind": "Indiana", "Kan": "Kansas", "Ky": "Kentucky",
    "Mass": "Massachusetts", "Md": "Maryland", "Mich": "Michigan", "Minn": "Minnesota", "Mont": "Montana",
    "Neb": "Nebraska", "Nev": "Nevada",
    "Okla": "Oklahoma", "Pa": "Pennsylvania", "Tenn": "Tennessee", "Tex": "Texas", "Va": "Virginia",
    "Wis": "Wisconsin", "Wyo": "Wyoming", "N.C.": "North Carolina", "N.D.": "North Dakota", "N.H.": "New Hampshire",
    "N.J.": "New Jersey",
    "N.M.": "New Mexico", "N.Y.": "New York", "S.C.": "South Carolina", "S.D.": "South Dakota",
}  # fmt: skip
"""States as newspapers shorten them after a town: "SURFSIDE, Fla."; those that are words or given names left out."""

_REGIONS = word_set(
    "pacific atlantic atlantic_ocean pacific_ocean indian_ocean arctic_ocean mediterranean mediterranean_sea baltic"
    " baltic_sea black_sea caspian_sea red_sea north_sea adriatic aegean south_china_sea east_china_sea yellow_sea"
    " sea_of_japan arabian_sea dead_sea bering_sea english_channel gulf_of_mexico gulf_of_aden bay_of_bengal alps"
    " himalayas andes urals caucasus pyrenees carpathians rockies rocky_mountains appalachians hindu_kush pamirs"
    " sahara sahel gobi kalahari nile danube rhine volga dnieper dniester don_river elbe oder vistula seine rhone"
    " tigris euphrates ganges indus brahmaputra mekong yangtze yellow_river yalu congo_river niger_river amazon_river"
    " orinoco mississippi_river missouri_river rio_grande silicon_valley midwest northeast northwest southwest"
    " southeast pacific_northwest deep_south great_plains great_lakes sub_saharan_africa horn_of_africa maghreb"
    " levant anatolia donbas donbass transnistria flanders wallonia normandy brittany alsace lorraine saxony silesia"
    " galicia bohemia moravia pomerania bavaria rhineland ruhr saarland sudetenland tyrol lombardy"
    " tuscany piedmont provence catalonia andalusia lapland karelia courland bessarabia bukovina transylvania"
    " wallachia thrace crete rhodes peloponnese rumelia circassia dagestan ingushetia tatarstan abkhazia"
    " south_ossetia north_ossetia nagorno_karabakh nakhchivan turkestan xinjiang inner_mongolia khorasan baluchistan"
    " balochistan waziristan north_waziristan south_waziristan punjab sindh bengal deccan assam nagaland hejaz nejd"
    " hadhramaut darfur kordofan ogaden puntland somaliland tigray oromia biafra katanga kivu north_kivu south_kivu"
    " cabinda matabeleland transvaal natal zululand nubia cyrenaica tripolitania fezzan rif patagonia amazonia"
    " yucatan_peninsula baja_california iberia iberian_peninsula arabian_peninsula sinai_peninsula korean_peninsula"
    " balkan_peninsula crimean_peninsula golan_heights micronesia melanesia polynesia"
    " french_indochina cochinchina tonkin annam new_world old_world third_world western_hemisphere"
    " southern_hemisphere northern_hemisphere eastern_hemisphere outer_mongolia asia_pacific gaza_city green_zone"
    " bagram tora_bora karabakh nineveh rojava ghouta golan ardennes khyber swat miranshah miram_shah mindanao iwo_jima"
    " mekong_delta shatt_al_arab shahikot guantanamo guantanamo_bay abu_ghraib srebrenica halabja"
    " dnepr dniepr donets neva tisza drava sava morava prut narew french_riviera riviera malaya"
)
REGIONS = frozenset(name.replace("_", " ") for name in _REGIONS)
"""Folded names of seas, rivers, mountains and stretches of land that everybody takes for known."""


_ORGANISATIONS = word_set(
    "hezbollah hizballah hizbollah hamas taliban al_qaeda al_qaida islamic_state isis isil daesh fatah likud"
    " knesset boko_haram al_shabaab al_shabab al_nusra"
    " peshmerga janjaweed mossad shin_bet kgb gru fsb svr stasi gestapo wehrmacht"
    " luftwaffe nazi_party khmer_rouge kuomintang sinn_fein ira eta farc plo pkk viet_cong viet_minh contras"
    " sandinistas red_cross red_crescent interpol europol unicef unesco who unhcr imf wto opec asean nafta nato"
    " un eu oecd osce iaea cia fbi nsa dea atf nasa faa epa fda irs sec homeland_security pentagon"
    " state_department treasury congress senate bundestag duma politburo kremlin white_house downing_street"
    " whitehall parliament reuters associated_press afp xinhua tass itar_tass bbc cnn nbc abc cbs pbs npr"
    " al_jazeera new_york_times washington_post guardian le_monde der_spiegel economist time newsweek bloomberg"
    " wall_street_journal financial_times boeing airbus lockheed_martin northrop_grumman raytheon"
    " general_electric general_motors gm ford chrysler toyota honda nissan volkswagen bmw fiat renault microsoft"
    " apple google facebook amazon ibm intel dell hp hewlett_packard oracle cisco sony samsung nokia motorola"
    " yahoo twitter exxon exxonmobil chevron shell bp gazprom rosneft lukoil aramco total halliburton enron"
    " lehman_brothers goldman_sachs morgan_stanley citigroup jpmorgan barclays hsbc siemens lufthansa qantas"
    " aeroflot british_airways air_france american_airlines united_airlines delta_air_lines ryanair easyjet"
    " walmart mcdonalds starbucks coca_cola pepsi disney warner_bros harvard yale princeton stanford mit"
    " oxford_university cambridge_university amnesty_international human_rights_watch greenpeace oxfam"
    " medecins_sans_frontieres blackwater rand_corporation brookings_institution usaf royal_navy royal_air_force"
    " raf marine_corps national_guard coast_guard world_bank federal_reserve supreme_court house_of_commons"
    " house_of_lords house_of_representatives general_assembly security_council african_union arab_league"
    " european_commission european_union united_nations warsaw_pact mahdi_army badr_organization qods_force"
    " quds_force irgc revolutionary_guards baath_party muslim_brotherhood republican_party democratic_party"
    " labour_party conservative_party communist_party democrats republicans tories whigs mensheviks bolsheviks"
    " instagram snapchat youtube wikipedia wikileaks netflix tesla uber airbnb linkedin whatsapp telegram tiktok reddit"
    " mozilla firefox github nokia huawei alibaba tencent baidu premier_league major_league_baseball"
    " national_football_league"
    " comedy_central"
    " nintendo sega atari ubisoft bioware blizzard_entertainment square_enix electronic_arts epic_games"
    " kickstarter patreon nikon kodak leica rolls_royce bayer basf philips ikea ericsson hyundai kia mitsubishi"
    " panasonic toshiba hitachi xiaomi lenovo infosys petrobras embraer rosatom adnoc maersk nestle unilever"
    " danone loreal carrefour tesco sainsbury heineken carlsberg totalenergies equinor glencore rio_tinto"
    " arcelormittal thyssenkrupp saab dassault bae_systems rheinmetall spotify paypal mastercard"
    " american_express deutsche_bank commerzbank bnp_paribas ubs credit_suisse state_farm"
    " los_angeles_times christian_science_monitor daily_telegraph daily_mail irish_times haaretz jerusalem_post"
    " sydney_morning_herald south_china_morning_post getty_images agence_france_presse anadolu yonhap kyodo interfax"
    " el_pais el_mundo el_tiempo el_universal el_comercio el_espectador el_mercurio la_nacion la_jornada la_stampa"
    " la_repubblica la_vanguardia corriere_della_sera le_figaro le_soir le_temps die_zeit die_welt die_presse"
    " der_standard suddeutsche_zeitung frankfurter_allgemeine de_telegraaf de_standaard gazeta_wyborcza"
    " novaya_gazeta izvestia kommersant vedomosti hurriyet milliyet cumhuriyet asahi_shimbun yomiuri_shimbun"
    " mainichi_shimbun rodong_sinmun al_hayat al_ahram al_akhbar al_manar al_arabiya al_mayadeen asharq_al_awsat"
    " folha_de_s_paulo o_globo west_point sandhurst wikinews wikimedia cornell caltech rutgers purdue dartmouth oberlin"
    " swarthmore ucla nyu canadian_pacific canadian_national union_pacific southern_pacific northern_pacific"
    " cathay_pacific paris_saint_germain manchester_city manchester_united real_madrid atletico_madrid bayern_munich"
    " inter_milan ac_milan juventus feyenoord glasgow_city tottenham_hotspur west_ham"
)
_WORDS_TOO = {"time", "total", "who", "sec", "shell"}
ORGANISATIONS = FORCES | frozenset(name.replace("_", " ") for name in _ORGANISATIONS) - _WORDS_TOO
"""Folded names of organisations that news and histories take for known."""


@cache
def words() -> frozenset[str]:
    """English words that are written in lower case, in American and in British spelling."""
    listed = frozenset(_lines("words.txt.gz"))
    return listed | {_IZE.sub(r"is\1", word) for word in listed if _IZE.search(word)}


_IZE = re.compile(r"iz(e[drs]?|ing|ations?)$")


@cache
def given_names() -> frozenset[str]:
    """Folded given names of many languages."""
    return frozenset(_lines("given.txt.gz"))


@cache
def surnames() -> frozenset[str]:
    """Folded surnames of many languages."""
    return frozenset(_lines("surnames.txt.gz")) | STATESMEN


@cache
def places() -> dict[str, int]:
    """Folded place names and their rank: `COUNTRY`, `STATE`, or the number of digits of a town's population."""
    listed = {name: int(rank) for name, _, rank in (line.partition("\t") for line in _lines("places.txt.gz"))}
    folded = (name.replace(".", "").lower() for name in PRESS_STATES)
    shortened = (name for name in folded if not (name in words() or name in surnames() or name in given_names()))
    fields = dict.fromkeys(FIELDS - listed.keys(), _FIELD)
    return listed | fields | dict.fromkeys((*REGIONS, *shortened), STATE) | dict.fromkeys(COUNTRY_NAMES, COUNTRY)


@cache
def companies() -> frozenset[str]:
    """Folded names of companies whose shares are traded, those left out that mean something else as well."""
    return frozenset(_lines("companies.txt.gz"))


def _lines(name: str) -> list[str]:
    import gzip  # needed once, and only by those who read texts
    from importlib.resources import files

    packed = (files("tui.names") / "data" / name).read_bytes()
    return gzip.decompress(packed).decode("utf-8").splitlines()
