package io.parley.orderflow.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/** The order flow's packages keep to themselves. Each rule is shown to catch the wrong classes of {@code wrong}. */
class ArchitectureTest {

    private static final ArchRule ONE_PACKAGE_KNOWS_THE_STATE_MACHINE = noClasses()
            .that()
            .resideOutsideOfPackage("io.parley.orderflow.flow..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.springframework.statemachine..");

    private static final ArchRule THE_PURE_PART_DOES_NO_IO = noClasses()
            .that()
            .resideInAnyPackage("io.parley.orderflow.response..", "io.parley.orderflow.slot..", "..wrong..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka..", "org.springframework.data..", "org.springframework.jdbc..");

    private static final ArchRule NO_CYCLES =
            slices().matching("io.parley.orderflow.(*)..").should().beFreeOfCycles();

    private static final ArchRule NO_CYCLES_OF_WRONG = slices().matching("io.parley.orderflow.architecture.wrong.(*)..")
            .should()
            .beFreeOfCycles();

    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.parley.orderflow");

    private static final JavaClasses WRONG =
            new ClassFileImporter().importPackages("io.parley.orderflow.architecture.wrong");

    @Test
    void givenTheServicesClasses_whenChecked_thenEveryRuleHolds() {
        ONE_PACKAGE_KNOWS_THE_STATE_MACHINE.check(OURS);
        THE_PURE_PART_DOES_NO_IO.check(OURS);
        NO_CYCLES.check(OURS);
    }

    @Test
    void givenClassesThatBreakTheRules_whenChecked_thenTheyAreCaught() {
        assertThatThrownBy(() -> ONE_PACKAGE_KNOWS_THE_STATE_MACHINE.check(WRONG))
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> THE_PURE_PART_DOES_NO_IO.check(WRONG)).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> NO_CYCLES_OF_WRONG.check(WRONG)).isInstanceOf(AssertionError.class);
    }
}
