package io.parley.orderflow.order;

import io.parley.contracts.chat.OrderView;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Orders, for operators; the gateway lets nobody else through. */
@RestController
final class OrderController {

    private final Orders orders;

    OrderController(Orders orders) {
        this.orders = orders;
    }

    @GetMapping("/orders")
    List<OrderView> latest() {
        return orders.latest();
    }

    @GetMapping("/orders/{id}")
    OrderView get(@PathVariable String id) {
        return orders.get(id);
    }
}
