package io.parley.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.parley.gateway.wrong.CallsByItself;
import io.parley.gateway.wrong.KnowsAnotherService;
import io.parley.gateway.wrong.Remembers;
import io.parley.gateway.wrong.here.Here;
import io.parley.gateway.wrong.there.There;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@AnalyzeClasses(packages = "io.parley.gateway", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule features_form_no_cycle =
            slices().matching("io.parley.gateway.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule only_upstream_calls_other_services = noClasses()
            .that()
            .resideOutsideOfPackage("io.parley.gateway.upstream..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.net.http..", "org.springframework.web.client..")
            .because("timeouts, correlation ids and problems are handled in one place");

    @ArchTest
    static final ArchRule the_gateway_knows_no_service = classes()
            .should()
            .onlyDependOnClassesThat(DescribedPredicate.describe(
                    "are the gateway's, of contracts, http-edge or speech, or not ours", ArchitectureTest::mayBeKnown))
            .because("services never depend on services");

    @ArchTest
    static final ArchRule nothing_static_changes =
            fields().that().areStatic().should().beFinal().because("several services share a JVM in the standalone");

    static Stream<Arguments> wrongs() {
        return Stream.of(
                Arguments.of(features_form_no_cycle, new Class<?>[] {Here.class, There.class}),
                Arguments.of(only_upstream_calls_other_services, new Class<?>[] {CallsByItself.class}),
                Arguments.of(the_gateway_knows_no_service, new Class<?>[] {KnowsAnotherService.class}),
                Arguments.of(nothing_static_changes, new Class<?>[] {Remembers.class}));
    }

    @ParameterizedTest
    @MethodSource("wrongs")
    void givenAClassThatBreaksARule_whenChecked_thenTheRuleBites(ArchRule rule, Class<?>[] wrong) {
        JavaClasses classes = new ClassFileImporter().importClasses(wrong);

        assertThat(rule.evaluate(classes).hasViolation()).isTrue();
    }

    private static boolean mayBeKnown(JavaClass type) {
        String name = type.getPackageName();
        return !name.startsWith("io.parley.")
                || Stream.of("io.parley.gateway", "io.parley.contracts", "io.parley.edge", "io.parley.speech")
                        .anyMatch(ours -> name.equals(ours) || name.startsWith(ours + "."));
    }
}
