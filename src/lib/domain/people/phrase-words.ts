/**
 * Words that no child should be handed as part of their own phrase: they hurt, mock, frighten, are crude, name weapons,
 * drugs or bodies, or name the people and places that a child in care may have lost.
 * Compared with every word of the BIP39 English list.
 */
export const NOT_FOR_A_PHRASE: readonly string[] = `
abandon absent abuse accident accuse acid addict adult affair afraid alcohol alien alone anger angry anxiety
apart argue armed army arrest assault asthma attack aunt avoid awful awkward baby bachelor bacon banana
battle behave betray bind birth bitter black blade blame blast bleak blind blood body bomb bone boring boss
bottom boy bridge broken brother brown bullet burden cage cannon case casino caught chaos chase cheap chicken
child chronic cigar clap client cliff clown coconut come control cousin crack crash crazy crime cruel crush
cry cute dad damage danger daughter deal decline defy demand demise denial deny depart despair destroy diet
dirt disagree disease dismiss disorder divorce doll donkey dose drastic drink dumb dwarf empty endless enemy
erase erode error escape evidence evil excess excite exclude excuse execute exhaust exile expire expose fade
faint fall false family fat fatal father fatigue fault female fever finger fit flash flee force forget foster
fragile frown fury garbage gas gasp ghost ginger girl glare gloom goddess gorilla gossip grab grass grief
grunt guard guilt gun half hammer hard harsh hazard heavy high hip hole hollow home hood horn horror hospital
huge humble hungry hunt hurt husband hybrid idle ignore ill illegal illness impose impulse infant inflict
inhale inject injury inmate innocent insane isolate jealous joke judge jump jungle junk kick kid kiss knife
labor lady lawsuit lazy leave left liar limb loan lonely lottery loud love mad maid man marriage master mean
meat mercy minor misery miss mistake mixed mom monkey monster mother mule naive nasty negative neglect nephew
nerve never normal nothing nuclear nut obey object odor organ orphan panic parent peasant penalty photo pig
pill pipe pistol police poverty powder pretty prison private problem punch quit race rail raw razor rebel
reform refuse regret reject remove resist reunion ride rifle riot risk rival romance roof rough rubber rude
run sad sadness satoshi sausage scare scissors scrap secret sentence service shaft shallow shock shoot short
shove shy sibling sick siege silent silly simple sister size skin skirt skull slab slam slender slice slim
slow small smoke snake sniff social soldier sorry spare speed spike split spoil spot spy sting stomach stool
strike struggle stumble submit suffer suspect swear sword symptom tag target tattoo throw tiny tired tobacco
toddler toilet tongue tool toss tragic transfer trap trash trial tribe trick trigger trip trouble ugly unable
uncle uncover unfair unhappy unknown unusual unveil upset urge used useless vacant van vanish vapor vicious
virus visa void want warfare wasp waste weapon weasel wedding weird wet whale whip wife wine wink witness
woman worry wreck wrestle wrist wrong you zero
`
	.trim()
	.split(/\s+/);
