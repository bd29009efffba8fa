package io.parley.standalone.study;

import io.parley.intent.study.CrossValidation;
import io.parley.intent.study.CrossValidation.OfFold;
import io.parley.intent.study.Spread;
import java.io.PrintWriter;

/** A cross-validation for people. */
public final class CrossValidationReport {

    private static final int CONFUSIONS = 10;

    private CrossValidationReport() {}

    public static void print(CrossValidation result, PrintWriter out) {
        for (int i = 0; i < result.folds().size(); i++) {
            OfFold fold = result.folds().get(i);
            out.println("fold %d: %d rows, accuracy %.4f, macro F1 %.4f, weighted F1 %.4f"
                    .formatted(i + 1, fold.rows(), fold.accuracy(), fold.macroF1(), fold.weightedF1()));
        }
        out.println("%d rows in %d folds: accuracy %s, macro F1 %s, weighted F1 %s"
                .formatted(
                        result.rows(),
                        result.folds().size(),
                        told(result.accuracy()),
                        told(result.macroF1()),
                        told(result.weightedF1())));
        result.pooled().confusions().stream()
                .limit(CONFUSIONS)
                .forEach(confusion -> out.println("  %d times %s was taken for %s"
                        .formatted(confusion.rows(), confusion.label(), confusion.predicted())));
    }

    private static String told(Spread spread) {
        return "%.4f ± %.4f".formatted(spread.mean(), spread.deviation());
    }
}
