package io.parley.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.campaign.Template.Part.Variable;
import io.parley.campaign.Template.Part.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateTest {

    @Test
    void givenWordsAndVariables_whenRead_thenPartsAreInOrder() {
        Template template = Template.of("{{ quantity }} of {{design.options}}, {{quantity}}!");

        assertThat(template.parts())
                .containsExactly(
                        new Variable("quantity"),
                        new Words(" of "),
                        new Variable("design.options"),
                        new Words(", "),
                        new Variable("quantity"),
                        new Words("!"));
        assertThat(template.variables()).containsExactly("quantity", "design.options");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{a}", "{{a}", "{a}}", "{{}}", "{{a.b.c}}", "{{{a}}}", "a }", "{{a b}}", "{{a"})
    void givenABraceThatFitsNothing_whenRead_thenItIsRefused(String text) {
        assertThatThrownBy(() -> Template.of(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("belongs to no {{variable}}");
    }
}
