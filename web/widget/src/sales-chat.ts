import { SalesChat } from './element';

// A page that includes the script twice gets one element and no error.
if (!customElements.get('sales-chat')) customElements.define('sales-chat', SalesChat);
