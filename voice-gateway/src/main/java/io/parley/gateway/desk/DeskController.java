package io.parley.gateway.desk;

import io.parley.contracts.desk.AgentReplyRequest;
import io.parley.contracts.desk.AgentView;
import io.parley.contracts.desk.CloseRequest;
import io.parley.contracts.desk.DeskView;
import io.parley.contracts.desk.HandOffDetail;
import io.parley.contracts.desk.ReturnRequest;
import io.parley.contracts.desk.TakeRequest;
import io.parley.gateway.upstream.DeskFlow;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/desk")
@Tag(name = "Desk", description = "Customers who want a person, and the people who talk with them.")
final class DeskController {

    private final DeskFlow desk;

    DeskController(DeskFlow desk) {
        this.desk = desk;
    }

    @GetMapping
    @Operation(
            summary = "The desk as it stands",
            description =
                    "Who is on duty, who waits in the order of the queue, who is talked with, and how long customers"
                            + " usually wait, where that was measured. /ws/desk tells when it changes.")
    DeskView desk() {
        return desk.desk();
    }

    @PutMapping("/agents/{name}")
    @Operation(
            summary = "Be on duty",
            description = "Lasts until the time that is answered; send it again before. Customers read the name.")
    AgentView here(@PathVariable String name) {
        return desk.here(name);
    }

    @DeleteMapping("/agents/{name}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Go off duty",
            description = "Customers this person talks with go to the head of the queue, and are told so.")
    void gone(@PathVariable String name) {
        desk.gone(name);
    }

    @GetMapping("/hand-offs/{id}")
    @Operation(
            summary = "A hand-off with its conversation",
            description = "What was said, masked; the slots that are known; the state; the order so far.")
    HandOffDetail handOff(@PathVariable String id) {
        return desk.handOff(id);
    }

    @PostMapping("/hand-offs/{id}/take")
    @Operation(
            summary = "Take a customer from the queue",
            description = "From then on what the customer says goes to that person and to no model.")
    HandOffDetail take(@PathVariable String id, @RequestBody TakeRequest request) {
        return desk.take(id, request);
    }

    @PostMapping("/hand-offs/{id}/replies")
    @Operation(
            summary = "Write to the customer",
            description = "The same replyId again changes nothing. text has at most 2,000 characters.")
    HandOffDetail reply(@PathVariable String id, @RequestBody AgentReplyRequest request) {
        return desk.reply(id, request);
    }

    @PostMapping("/hand-offs/{id}/return")
    @Operation(
            summary = "Return the customer to the bot",
            description = "To where they were. slots is what was found out meanwhile, in words as a customer would say"
                    + " them; if one of them cannot be read, nothing is changed.")
    HandOffDetail giveBack(@PathVariable String id, @RequestBody ReturnRequest request) {
        return desk.giveBack(id, request);
    }

    @PostMapping("/hand-offs/{id}/close")
    @Operation(
            summary = "End the conversation",
            description = "outcome is ended or lost. A sale is made by the flow alone: return the customer for one.")
    HandOffDetail close(@PathVariable String id, @RequestBody CloseRequest request) {
        return desk.close(id, request);
    }
}
