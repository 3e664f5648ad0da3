import * as v from 'valibot';

/**
 * What a young person can say is more or less than it was, since they have somebody. `under` is how the report sorts
 * it, `says` its own words: the desk counts in these. Each has a sentence in the first person (`wording/path`), in
 * which more is what the report hopes for. First offences and remands, which the report counts too, are asked of nobody.
 */
export interface Outcome {
	id: string;
	seed: '001' | '003';
	under: string;
	says: string;
}

const outcome = <Id extends string>(id: Id, seed: Outcome['seed'], under: string, says: string) => ({
	...{ id, seed, under, says }
});

const MEDIUM = 'Figure 2: Medium-term outcomes';
const LONG = 'Figure 2: Long-term outcomes';
const CORE = '7. Intended Outcomes';

/** In the order in which they are asked: those that somebody notices first, first. */
export const OUTCOMES = [
	outcome('liked', '003', MEDIUM, 'Sense of being liked and cared for as a person'),
	outcome('not_judged', '003', MEDIUM, "Having someone to be 'normal' with – not feeling judged"),
	outcome('counted_on', '003', MEDIUM, 'Experience of consistency & constancy'),
	outcome('positive', '003', MEDIUM, "Experience of a positive/'normal' relationship"),
	outcome('stress', '003', MEDIUM, 'Reduced stress'),
	outcome('behaviour', '003', MEDIUM, 'Positive behaviour change'),
	outcome(
		'well_being',
		'003',
		LONG,
		'Personal well-being: improved confidence; self-esteem; trust; resilience; able to ask for help'
	),
	outcome(
		'relationships',
		'003',
		LONG,
		'Personal relationships: better able to form and maintain relationships with peers and new contacts'
	),
	outcome(
		'interaction',
		'003',
		LONG,
		'Social interaction: expanded network of support; improved social interaction, skills and behaviours'
	),
	outcome(
		'practical',
		'003',
		LONG,
		'Practical skills & problem-solving: eg: staying safe; making decisions; budgeting'
	),
	outcome(
		'achievement',
		'003',
		LONG,
		'Achievement: personal; educational; developing skills and range of experience'
	),
	outcome(
		'trusted',
		'001',
		`${CORE}: Improved Relationships`,
		'Greater quantity and quality of trusted relationships/connections within the family support network'
	),
	outcome('safety', '001', `${CORE}: Improved Safety`, 'Reduced vulnerabilities in young people'),
	outcome(
		'stability',
		'001',
		`${CORE}: Improved Stability and Support`,
		'More resilient families/carers/networks of support'
	),
	outcome(
		'education',
		'001',
		`${CORE}: Increased Engagement in Education, Training and Employment (ETE)`,
		'Improved attendance; Improved attainment; Progress to work'
	),
	outcome(
		'emotional',
		'001',
		`${CORE}: Improved Emotional and Physical Wellbeing`,
		'Improved resilience; Improved self-esteem; Improved self-worth; Improved critical thinking'
	),
	outcome(
		'activities',
		'001',
		`${CORE}: Reduced Criminal Activities`,
		'Improved engagement in meaningful activities; Improved progression routes for young people'
	)
] as const satisfies readonly Outcome[];

export type OutcomeName = (typeof OUTCOMES)[number]['id'];

/** The id of one, as a phone writes it. */
export const OutcomeId = v.picklist(OUTCOMES.map(({ id }) => id));
