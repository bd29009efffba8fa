package io.parley.modelservice;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.parley.modelservice.family.KnowsHowItIsServed;
import io.parley.modelservice.wrong.KnowsAService;
import io.parley.modelservice.wrong.here.Here;
import io.parley.modelservice.wrong.there.There;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@AnalyzeClasses(packages = "io.parley.modelservice", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule features_form_no_cycle =
            slices().matching("io.parley.modelservice.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule the_library_knows_no_service = classes()
            .should()
            .onlyDependOnClassesThat(DescribedPredicate.describe(
                    "are of the library or one below it, or not ours", ArchitectureTest::mayBeKnown))
            .because("services use the library, and never the other way round");

    @ArchTest
    static final ArchRule a_family_knows_neither_spring_nor_kafka = noClasses()
            .that()
            .resideInAPackage("io.parley.modelservice.family..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "org.apache.kafka..", "io.parley.modelservice.serving..")
            .because("what a model learns does not depend on how it is served");

    static Stream<Arguments> wrongs() {
        return Stream.of(
                Arguments.of(features_form_no_cycle, new Class<?>[] {Here.class, There.class}),
                Arguments.of(the_library_knows_no_service, new Class<?>[] {KnowsAService.class}),
                Arguments.of(a_family_knows_neither_spring_nor_kafka, new Class<?>[] {KnowsHowItIsServed.class}));
    }

    @ParameterizedTest
    @MethodSource("wrongs")
    void givenAClassThatBreaksARule_whenChecked_thenTheRuleBites(ArchRule rule, Class<?>[] wrong) {
        assertThat(rule.evaluate(new ClassFileImporter().importClasses(wrong)).hasViolation())
                .isTrue();
    }

    private static boolean mayBeKnown(JavaClass type) {
        String name = type.getPackageName();
        return !name.startsWith("io.parley.")
                || Stream.of("modelservice", "contracts", "campaign", "neural", "edge")
                        .map("io.parley."::concat)
                        .anyMatch(ours -> name.equals(ours) || name.startsWith(ours + "."));
    }
}
