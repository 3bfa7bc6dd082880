internal import ContactRouting
public import LetterWriting

extension SellerMessagePlugin {
    /// What the person is told about a message to a seller.
    public static let guide = MessageGuide(
        recipient: LocalText(french: "vendeur", english: "seller"),
        place: LocalText(
            french: "Ouvrez la commande dans votre compte, puis la messagerie du vendeur",
            english: "Open the order in your account, then the seller’s message service"),
        sending: LocalText(french: "et envoyez", english: "and send"),
        caution: LocalText(
            french:
                "Restez dans cette messagerie, même si le vendeur propose d’écrire ailleurs : le site n’y voit que ce qui s’y trouve.",
            english:
                "Stay in this message service, even if the seller offers to write elsewhere: the site sees only what is there."
        ),
        keeping: LocalText(
            french:
                "Gardez une capture d’écran du message envoyé, avec sa date et son heure : le délai de réponse du vendeur se compte de là.",
            english:
                "Keep a screenshot of the message sent, with its date and time: the seller’s time to answer is counted from it."
        ),
        reporting: LocalText(
            french:
                "Puis ajoutez l’envoi à l’historique du dossier (jour et heure) et, plus tard, la réponse ou son absence.",
            english:
                "Then add the message to the history of the case (day and time) and, later, the answer or that there was none."
        ),
        proof: LocalText(
            french:
                "Une capture d’écran du message envoyé, avec le vendeur, la commande, la date et l’heure.",
            english: "A screenshot of the message sent, with the seller, the order, the date and the time."))
}
