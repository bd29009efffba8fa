package io.parley.campaign;

import io.parley.campaign.CampaignProblem.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects the problems of one file. */
final class Report {

    private final String file;
    private final List<CampaignProblem> problems = new ArrayList<>();

    /**
     * @param file as it is named in messages
     */
    Report(String file) {
        this.file = file;
    }

    void error(int line, String what, String remedy) {
        problems.add(new CampaignProblem(file, line, what, remedy, Severity.ERROR));
    }

    void warning(int line, String what, String remedy) {
        problems.add(new CampaignProblem(file, line, what, remedy, Severity.WARNING));
    }

    void add(CampaignProblem problem) {
        problems.add(problem);
    }

    String file() {
        return file;
    }

    boolean hasErrors() {
        return problems.stream().anyMatch(CampaignProblem::isError);
    }

    /** All that was reported, by line; the same thing said twice about the same line stands once. */
    List<CampaignProblem> problems() {
        return problems.stream()
                .distinct()
                .sorted(Comparator.comparingInt(CampaignProblem::line))
                .toList();
    }
}
