public import ChannelPluginKit
internal import CivilCalendar
public import ContactRouting

/// Papers for banks, mediators and courts as tests write them.
extension Sample {
    /// The parcel that never came: terminated in October, not paid back.
    public static let lostParcel = facts(.notDelivered) { facts in
        facts.issue.demand = .refund
        facts.issue.description = Private(
            "Le colis n'est jamais arrivé.\nLe transporteur dit ne l'avoir jamais reçu.")
        facts.order.orderedOn = day("2026-08-28")
        facts.order.promisedOn = day("2026-09-04")
        facts.order.debitedOn = day("2026-08-29")
        facts.order.terminatedOn = day("2026-10-12")
        facts.order.payment = .card
        facts.history = [
            contact(.email, "2026-09-08T09:00:00+02:00", .noReply),
            contact(.registeredMail, "2026-09-21T10:00:00+02:00", .delivered, deadline: "2026-10-06"),
            contact(.registeredMail, "2026-10-12T10:00:00+02:00", .noReply),
        ]
        facts.attachments = [
            Attachment(path: line("commande.pdf"), title: line("Confirmation de commande")),
            Attachment(path: line("lettre.pdf"), title: line("Mise en demeure du 21 septembre 2026")),
        ]
    }

    /// A debit that the person did not make.
    public static let unknownDebit = facts(.unauthorisedCharge) { facts in
        facts.issue.description = Private("Je n'ai rien commandé ce jour-là.")
        facts.order = Order()
        facts.order.debitedOn = day("2026-11-12")
        facts.order.amount = Money(hundredths: 124_950)
        facts.order.payment = .card
        facts.history = [contact(.bankCardBlock, "2026-11-20T18:05:00+01:00", .accepted)]
        facts.attachments = [
            Attachment(path: line("releve.pdf"), title: line("Relevé de compte de novembre 2026"))
        ]
    }

    public static let shop = TraderDetails(
        name: line("Boutique Exemple"),
        address: address("Boutique Exemple", "1 rue de l'Exemple", "59000 Lille"),
        email: email("contact@boutique.example"), country: .france,
        registration: line("RCS Lille 123 456 789"))

    public static func referral(
        _ kind: ReferralKind, _ facts: ContactCase, deadlines: [Deadline] = [], trader: TraderDetails = shop,
        readerName: String? = "Destinataire Exemple", language: Language = .french,
        at now: String = "2026-11-23T09:30:00+01:00"
    ) -> ReferralPlan {
        let moment = instant(now)
        let claim = LetterPlan(
            for: facts, through: .mediator, deadlines: deadlines, mediator: nil,
            today: zone().day(at: moment), holidays: .france(.metropole), zone: zone())
        return ReferralPlan(
            kind, for: facts, claim: claim, deadlines: deadlines, traderName: trader.name,
            hasTraderAddress: trader.address != nil, readerName: readerName.map(line), language: language,
            now: moment, holidays: .france(.metropole), zone: zone())
    }

    /// A request for a channel of an institution, with everything that it needs.
    public static func referralRequest(
        _ channel: ChannelName, _ facts: ContactCase, language: Language = .french,
        trader: TraderDetails = shop
    ) -> PreparationRequest {
        var request = request(channel, facts, plan: plan(facts, through: channel))
        request.trader = trader
        request.referral = ReferralKind(through: channel).map {
            referral($0, facts, trader: trader, language: language)
        }
        request.recipientLanguage = language
        request.recipient = DeliveryRecipient(
            name: line("Institution Exemple"),
            address: address("Institution Exemple", "5 place du Marché", "69002 Lyon"))
        do {
            request.phone = CheckedPhone(
                number: try PhoneNumber(parsing: "+33639981234"), nationalForm: line("06 39 98 12 34"))
        } catch {
            preconditionFailure("\(error)")
        }
        return request
    }
}
