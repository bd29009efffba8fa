package io.parley.gateway.page;

import io.swagger.v3.oas.annotations.Hidden;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The page at {@code /}, or a word about why there is none. */
@Controller
@Hidden
final class FrontPage {

    private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");
    private static final String NO_PAGE = """
            <!doctype html>
            <html lang="en">
            <head><meta charset="utf-8"><title>Parley</title></head>
            <body>
            <h1>Parley is running</h1>
            <p>This build holds no page: making it needs Node 20 when Parley is built.</p>
            <p>To chat without it, run <code>./parley chat</code>. The API is described at
            <a href="/swagger-ui/index.html">/swagger-ui/index.html</a>.</p>
            </body>
            </html>
            """;

    private final boolean built;

    FrontPage(ResourceLoader resources) {
        Resource page = resources.getResource(PageConfiguration.LOCATION + "index.html");
        this.built = page.exists();
    }

    @GetMapping("/")
    Object front() {
        return built
                ? "forward:/index.html"
                : ResponseEntity.ok()
                        .contentType(HTML)
                        .cacheControl(CacheControl.noCache())
                        .body(NO_PAGE);
    }
}
