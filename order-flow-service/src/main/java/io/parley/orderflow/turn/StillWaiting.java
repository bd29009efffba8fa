package io.parley.orderflow.turn;

import io.parley.orderflow.slot.Extraction;

/** Looks at a decision again while the customer waits for a person. Pure. */
final class StillWaiting {

    private StillWaiting() {}

    /** What leads nowhere means that they wait: nobody is asked again for that. */
    static Decided on(Scene scene, Extraction heard, Decided decided) {
        boolean leadsNowhere = switch (decided.decision()) {
            case Decision.HandOff handOff -> true;
            case Decision.Silence silence -> true;
            case Decision.ModelSilent silent -> true;
            case Decision.NotUnderstood unclear -> heard.values().isEmpty();
            case Decision.Stay stay -> heard.values().isEmpty();
            case Decision.Wait wait -> true;
            case Decision.Advance advance -> false;
            case Decision.GiveUp giveUp -> false;
            case Decision.SeemToGiveUp seeming -> false;
            case Decision.Ask ask -> false;
            case Decision.AdvanceAsking advance -> false;
            case Decision.Hesitate hesitate -> false;
            case Decision.Correct correct -> false;
            case Decision.Back back -> false;
            case Decision.Repeat repeat -> false;
            case Decision.Restart restart -> false;
            case Decision.AskWhich which -> false;
            case Decision.Agree agree -> false;
        };
        return scene.isWaiting() && leadsNowhere
                ? new Decided(new Decision.Wait(), decided.confidence(), Ground.WAITS_FOR_PERSON)
                : decided;
    }
}
