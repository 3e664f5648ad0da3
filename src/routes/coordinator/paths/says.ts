import { m } from '$lib/wording/messages';

/** A stage by its name; winding down that no plan names has the app’s own. */
export const sayStage = ({ name }: { name: string }): string => name || m.desk_ending_path_winding_down();
