"""Knows the head nouns that tell what a name names: "Corps" a force, "River" a place, "Treaty" an event."""

from collections.abc import Sequence

from tui.names.words import word_set

HEADS_ORGANISATION = word_set(
    "academy agency alliance army airlines exchange faculty guerrillas insurance logistics solutions politburo"
    " dynasty tours"
    " transit cruises ferries taxi airways assembly association authority bank battalion board brigade brigades"
    " bureau cabinet cells center centre chamber church club coalition college command commission committee"
    " communist company confederation congress consortium corp corporation corps council court"
    " department directorate division economist embassy enterprise enterprises faction federation fleet force"
    " forces foundation front fund gazette government group groups guard guards guild herald hospital inc"
    " institute institution intelligence journal laboratory league legion limited llc lobby ltd mafia media"
    " militia ministry mission mob motors movement museum navy network networks news office organisation"
    " organization organizations orchestra parliament partners party police post press program programme railway"
    " regiment regime reserve school secretariat senate service services society squad staff studios"
    " subcommittee syndicate systems team technologies times tribune tribunal troop troops trust union"
    " university unit usaf plc ag gmbh sa consulting bancorp circuit channel broadcasting translators bulletin"
    " review magazine band railroad restaurant cafe consultants communications airplanes aerospace entertainment"
    " pictures records books industries investments holdings bancshares securities capital partnership foods"
    " motor pharmaceuticals stores caucus guardsmen junta jihad mujahideen brotherhood taliban awakening cell"
    " ambulance tv radio television average index railways"
    " powers allies axis squadron squadrons archives"
    " committees councils ministries management administration administrations presidency legislature"
    " air express observatory shura marines partisi partei partij"
    " rifles yeomanry highlanders gurkhas sappers borderers foundry brewery shimbun zeitung guardian chronicle examiner"
    " inquirer ledger telegraph courier sentinel observer advertiser argus clinic hospice elementary ilbo"
    " raiders cuirassiers carabiniers chasseurs tirailleurs zouaves uhlans cossacks paratroopers commandos rangers"
    " reconnaissance detachment jager jagers gebirgsjager fallschirmjager volksgrenadier"
    " infantry cavalry airborne artillery panzer fusiliers hussars dragoons lancers grenadiers"
)
"""Head nouns, folded, that make a name an organisation: the last word, or the word before "of"."""

HEADS_PLACE = word_set(
    "bay beach borough cape city coast canyon county creek desert district emirate emirates falls forest gulf"
    " harbor harbour heights hill hills island islands isle isles kingdom lake land mount mountain mountains"
    " ocean canal empire caliphate sultanate khanate horn colony colonies dominion hemisphere continent peninsula"
    " plain plains plateau port prefecture province provinces region republic river road sea"
    " sector shore state states strait straits street territory territories town township valley village ward"
    " avenue boulevard square basin archipelago oblast governorate highlands park reef terrace turnpike"
    " ridge area zone triangle crescent belt corridor pass quarter favela enclave outback marshes"
    " corner glacier glaciers crossing fjord lagoon oasis volcano crater mesa bayou bluff bluffs rapids headland lane"
    " orchard woods wood gap ford junction gorge ravine moor dunes spur knoll gulch run"
    " expressway highway hwy freeway parkway interstate trail swamp cliffs plaza ave blvd rd route metro lga"
)
"""Head nouns, folded, that make a name a place."""

HEADS_FACILITY = word_set(
    "airport airfield wall airbase base barracks bridge building camp castle cathedral cemetery complex dam embassy"
    " facility factory fort hall hotel house jail library mall mine monument mosque palace plant prison reactor"
    " refinery shrine stadium station synagogue temple terminal theater theatre tower towers tunnel church abbey"
    " resort lodge market tube inn mansion lounge bar pub garden gardens zoo aquarium courthouse dock docks marina"
    " wharf campus residence shipyard pier gym shop ranch farm bazaar bazar cinema souk"
    " outpost airstrip ballroom ghetto redoubt depot infirmary planetarium pagoda lavra kremlin"
    " arena basilica chapel monastery convent priory minster manor hostel velodrome aqueduct lighthouse bunker fortress"
    " citadel"
)
"""Head nouns, folded, that make a name a building or installation."""

HEADS_EVENT = word_set(
    "intifada manifesto memorandum report petition policy proclamation accord accords paralympics olympics agreement"
    " agreements armistice attack attacks battle bombing campaign championship"
    " championships coup crisis convention conference cup declaration election elections expedition festival"
    " fair games genocide holocaust incident invasion massacre offensive olympics operation pact peace plan plot"
    " protocol resolution amendment communique charter depression recession airlift affair scandal earthquake famine"
    " evacuation ceasefire landings mutiny massacres boycott pandemic acts treaties resolutions crises raid raids"
    " purchase rebellion referendum revolt revolution riots siege strike summit talks treaty uprising"
    " show gathering jamboree symposium biennale challenge race regatta rally parade gala eve prix"
    " corollary covenant constitution circular note notes accords concordat ultimatum sanctions unrest clashes"
    " war wars doctrine act awards prize derby marathon tournament series expo year eve day"
    " airshow open"
)
"""Head nouns, folded, that make a name an event, a treaty or a law."""

HEADS_WEAPON = word_set(
    "missile missiles rifle rifles rocket rockets mortar mortars launcher launchers grenade grenades torpedo"
    " torpedoes pistol howitzer warhead warheads bomber bombers helicopter helicopters penetrator penetrators"
    " projectile projectiles tank tanks drone drones submarine submarines"
)
"""Head nouns, folded, that make a name a weapon or piece of equipment."""

HEADS = HEADS_ORGANISATION | HEADS_PLACE | HEADS_FACILITY | HEADS_EVENT
"""Every head noun that may be followed by "of ..." inside one name."""

OF_HEADS = HEADS | word_set(
    "house sons soldiers lions mujahideen ansar prophet gate tomb church mouth statue people peoples library"
    " liberation independence chiefs"
    " school sea cape isle bill rights chamber order knights daughters friends voice hall treaty articles"
)
"""Words after which "of (the) Name" belongs to the name."""

ON_HEADS = word_set(
    "committee conference commission council treaty convention subcommittee agreement act panel protocol institute"
)
"""Words after which "on Name" belongs to the name."""

FOR_HEADS = word_set(
    "foundation front center centre institute agency council committee movement campaign association"
    " organisation organization fund office bureau department party coalition alliance society national"
    " authority army union administration ministry guard corps network brigade brigades legion battalions league"
    " bank court museum group observatory commission project programme program trust fund campaign initiative"
    " tribunal inquiry"
)
"""Words after which "for Name" belongs to the name."""


GENERIC = word_set(
    "academy accord accords act administration affair agency agreement airborne airport amendment artillery"
    " association authority"
    " bank battalion bay board bridge brigade bureau canal cavalry center centre charter college commission committee"
    " communique company conference consulting convention corporation corps council county declaration department"
    " directorate district division doctrine exchange faculty federation forum foundation fund group hospital"
    " hotel hub infantry institute institution island islands journal lab laboratory lake magazine memorandum ministry"
    " mission mosque museum network office operation organisation organization pact palace partnership party plan"
    " policy proclamation program programme project protocol province purchase regiment report resolution review"
    " river schedule school section society station strait subcommittee team temple treaties treaty university"
    " website"
)
"""Head nouns that with a capital letter go back to a fuller name, or are the writer's habit."""


def head_of(folded: Sequence[str]) -> str:
    """The head noun of a folded name: the word before "of", "for" or "on", else the last."""
    return next((folded[at - 1] for at in range(1, len(folded)) if folded[at] in _LINKING), folded[-1])


def singular(head: str) -> str:
    """A head noun in the form the lists have it: "plan" for "plans"; any other word as it is."""
    one = head.removesuffix("s")
    return one if head not in HEADS and one in HEADS and head not in _NO_PLURALS else head


_NO_PLURALS = ("affairs", "reports", "years", "works", "relations")


_LINKING = ("of", "for", "on")
