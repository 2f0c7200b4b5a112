"""What a shop puts around its goods."""

from indexer.cleaning.rule import Rule
from indexer.cleaning.words import words

SHOP = words(
    phrases="""
    add to (cart|bag|basket|wishlist|wish list|compare|favorites|favourites|quote|my list)
    buy now; shop now; quick (view|shop|add|buy); quickview; (view|shopping|your|my) cart
    your cart is( currently|) empty; no products in the cart; checkout; proceed to checkout
    continue shopping; (out of|in) stock; sold out; calculate shipping; notify me; compare; add
    wishlist; $0.00; cart (0); subtotal; unit price / per; regular price; sale price
    choosing a selection results in a full page refresh; view company profile; promo code
    sort by; filter; filters; filter by; clear (all|filters|all filters); track price
    see price at amazon
    ajouter (au panier|a la liste|aux favoris|a mes favoris|a la liste de souhaits|au comparateur)
    acheter( maintenant|); achat rapide; apercu rapide; (voir le|mon|votre) panier
    votre panier est vide; passer (la |une |)commande; continuer (mes |vos |)achats; en stock
    rupture de stock; epuise; comparer; trier par; filtrer( par|); filtres
    comparer ne plus comparer
    """,
)

RULES = (
    Rule(
        name="shop-button",
        reason="A button or a state of a shop's page.",
        source="Shopify, WooCommerce and Magento themes",
        drops=SHOP,
        taken=("Add to cart", "Your cart is empty", "Ajouter au panier", "Rupture de stock"),
        left=("Add to this the cost of snow.", "Ajouter au budget le coût de la neige"),
    ),
)
