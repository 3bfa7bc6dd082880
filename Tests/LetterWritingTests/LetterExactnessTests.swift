import ChannelPluginKit
import CivilCalendar
import ContactRouting
import LetterTestSupport
import Testing

@testable import LetterWriting

@Suite("What letters demand, exactly")
struct LetterExactnessTests {
    typealias Demand = ContactRouting.Issue.Demand

    static func text(
        _ facts: ContactCase, channel: ChannelName = .registeredMail, deadlines: [Deadline] = []
    ) throws -> String {
        try LetterContentTests.text(
            LetterCase(
                name: "exact", kind: .generalNotice, facts: facts, channel: channel, deadlines: deadlines))
    }

    @Test(
        "money is demanded with its sum, or the sum is asked for",
        arguments: [
            ("Voici les faits du 3 novembre.", true), ("Il manque 30,00 €.", false),
            ("Je demande 30 euros.", false), ("Une remise de 20 % était promise.", false), (nil, true),
            ("Une remise de 20 pour cent était promise.", false), ("I was promised 20 percent off.", false),
            ("Vingt pour\u{A0}cent, soit 3 articles.", false),
            ("Le vendeur a promis une remise pour 2 articles.", true),
            ("Erreur 404 sur le site, et 3 couleurs au choix.", true),
            ("Le livreur est venu 2 fois, un franc succès.", true), ("J’ai acheté 2 livres.", true),
            ("En 2 jours, neuf couleurs ont disparu.", true), ("Je demande 2 livres sterling.", false),
            ("Je demande 1\u{202F}200,50€.", false), ("I ask for £20.", false), ("EUR 20 manquent.", false),
            ("Il manque vingt-cinq euros.", false), ("Je demande CHF20.", false),
        ] as [(String?, Bool)])
    func sum(description: String?, isMissing: Bool) {
        for demand in [Demand.refund, .priceReduction] {
            let facts = Sample.facts(.priceDispute) { facts in
                facts.issue.demand = demand
                facts.issue.description = description.map { Private($0) }
            }

            #expect(
                Sample.plan(facts).missingFacts(in: facts)
                    == (isMissing ? [RequestField("issue.description", part: .sum)] : []))
        }
    }

    @Test("another demand needs the words that say what it is")
    func otherDemand() {
        let facts = Sample.facts(.accountProblem) { $0.issue.demand = .other }

        #expect(Sample.plan(facts).missingFacts(in: facts) == ["issue.description"])
    }

    @Test(
        "money taken without a contract is demanded back by its sum, and no order is told",
        arguments: [IssueKind.unauthorisedCharge, .unsolicitedSalesCall])
    func noContract(kind: IssueKind) throws {
        let facts = Sample.facts(kind) { $0.issue.demand = .refund }

        let text = try Self.text(facts)

        #expect(LetterWords.holds(text, "de me rembourser la somme de 129,00 €"))
        #expect(!LetterWords.holds(text, "passé") && !LetterWords.holds(text, "commande"))
        #expect(!LetterWords.holds(text, "médiateur"))
    }

    @Test("nobody says to have ordered what came unordered", arguments: Demand.allCases)
    func unordered(demand: Demand) throws {
        for seller in [Seller.Kind.firstParty, .privatePerson] {
            let facts = Sample.facts(.unorderedItem) { facts in
                facts.seller.kind = seller
                facts.issue.demand = demand
                facts.issue.description = Private("Un colis est arrivé.")
            }

            let text = try Self.text(facts)

            #expect(LetterWords.holds(text, "commandé"))
            #expect(!LetterWords.holds(text, "passé") && !LetterWords.holds(text, "cette commande"))
        }
    }

    @Test("a refused notice is told as a refusal, not as a day that is over")
    func refusedNotice() throws {
        let facts = Sample.facts(.notDelivered) { facts in
            facts.issue.demand = .refund
            facts.history = [
                Sample.contact(.registeredMail, "2026-11-16T10:00:00+01:00", .refused, deadline: "2026-11-30")
            ]
        }

        let text = try Self.text(facts)

        #expect(LetterWords.holds(text, "Vous avez refusé de livrer, et je n’ai pas reçu la commande."))
        #expect(!LetterWords.holds(text, "Ce délai est expiré"))
    }

    @Test("a wish is asked for politely, and no order is called this one where none is named")
    func wish() throws {
        let change = Sample.facts(.contactInEnglish) { $0.issue.demand = .other }
        let delivery = Sample.facts(.notDelivered) { facts in
            facts.order.number = nil
            facts.order.orderedOn = nil
            facts.order.promisedOn = nil
            facts.order.item.name = nil
            facts.order.amount = nil
        }

        let wish = try Self.text(change)
        let notice = try Self.text(delivery)

        #expect(LetterWords.holds(wish, "Je vous saurais gré de me répondre en anglais."))
        #expect(!LetterWords.holds(wish, "demeure") && !LetterWords.holds(wish, "geste"))
        #expect(!LetterWords.holds(wish, "changé d’avis") && !LetterWords.holds(wish, "renvoyer"))
        #expect(LetterWords.holds(notice, "ma commande") && !LetterWords.holds(notice, "cette commande"))
    }

    @Test("a private seller reads that the contract may end, a late guarantee that the choice is open now")
    func announced() throws {
        let neighbour = Sample.facts(.notDelivered) { facts in
            facts.issue.demand = .refund
            facts.seller.kind = .privatePerson
        }
        let late = Sample.facts(.warrantyRefused) { facts in
            facts.issue.demand = .repair
            facts.order.repairRequestedOn = Sample.day("2026-10-01")
            facts.order.orderedOn = Sample.day("2026-09-15")
            facts.order.deliveredOn = Sample.day("2026-09-20")
        }

        #expect(
            LetterWords.holds(
                try Self.text(neighbour),
                "À défaut, je serai en droit de résoudre le contrat (article 1226 du code civil)."))
        #expect(
            LetterWords.holds(
                try Self.text(late), "Je peux dès maintenant obtenir une réduction du prix"))
    }

    @Test("a reminder tells the withdrawal before the money that did not come")
    func reminderOrder() throws {
        let facts = Sample.facts(.refundNotReceived) { facts in
            facts.issue.demand = .refund
            facts.order.withdrawalNotifiedOn = Sample.day("2026-11-03")
            facts.order.returnShippedOn = Sample.day("2026-11-05")
            facts.history = [
                Sample.contact(.email, "2026-11-10T10:00:00+01:00", .noReply, deadline: "2026-11-20")
            ]
        }

        let text = try Self.text(facts)

        let told = try #require(text.firstRange(of: "rétractation"))
        let money = try #require(text.firstRange(of: "Le remboursement ne m’est pas parvenu."))
        #expect(told.lowerBound < money.lowerBound)
    }

    @Test("a reminder tells the days that found the debt")
    func reminderFacts() throws {
        var facts = Sample.refundOverdue
        facts.history = [
            Sample.contact(.registeredMail, "2026-11-18T10:00:00+01:00", .noReply, deadline: "2026-11-21")
        ]

        let text = try Self.text(
            facts, deadlines: [LetterCase.deadline(.refundAfterWithdrawal, "2026-11-17")])

        #expect(LetterWords.holds(text, "Le 3 novembre 2026, je vous ai notifié ma rétractation."))
        #expect(LetterWords.holds(text, "J’ai renvoyé le bien le 5 novembre 2026."))
        #expect(LetterWords.holds(text, "sans réponse"))
    }

    @Test("a reminder of a refund names no fixed day while nothing says that the goods went back")
    func reminderBeforeReturn() throws {
        func text(_ language: Language, returned: CivilDay?) throws -> String {
            let facts = Sample.facts(.refundNotReceived) { facts in
                facts.order.withdrawalNotifiedOn = Sample.day("2026-11-03")
                facts.order.returnShippedOn = returned
                facts.history = [
                    Sample.contact(
                        .registeredMail, "2026-11-10T10:00:00+01:00", .noReply, deadline: "2026-11-21")
                ]
            }
            let plan = Sample.plan(facts)
            #expect(plan.kind == .reminder)
            return LetterWords.of(
                try LetterWriter().write(
                    plan, for: facts, between: LetterGoldenTests.parties, in: language))
        }
        let french = "ou, si elle vient après cette date, dès la récupération du bien"
        let english = "or, if this comes later, as soon as you have recovered the goods"

        #expect(LetterWords.holds(try text(.french, returned: nil), french))
        #expect(LetterWords.holds(try text(.english, returned: nil), english))
        #expect(!LetterWords.holds(try text(.french, returned: Sample.day("2026-11-05")), french))
    }

    @Test(
        "that a letter was delivered does not say that nobody answered",
        arguments: [PastContact.Outcome.delivered, .sent])
    func deliveredIsNoSilence(outcome: PastContact.Outcome) throws {
        let facts = Sample.facts(.notDelivered) { facts in
            facts.issue.demand = .delivery
            facts.history = [
                Sample.contact(.registeredMail, "2026-11-04T10:00:00+01:00", outcome, deadline: "2026-11-18")
            ]
        }

        let text = try Self.text(facts)

        #expect(LetterWords.holds(text, "Relance") && !LetterWords.holds(text, "sans réponse"))
        #expect(LetterWords.holds(text, "satisfaite à ce jour"))
    }

    @Test("a double charge is told with its day")
    func debit() throws {
        let facts = Sample.facts(.chargedTwice) { $0.order.debitedOn = Sample.day("2026-11-02") }

        #expect(LetterWords.holds(try Self.text(facts), "deux fois (débit du 2 novembre 2026)."))
    }

    @Test("while the goods are with the person, the refund may wait for the proof of their return")
    func returnFirst() throws {
        let words =
            "ou, si elle vient après cette date, dès la récupération du bien ou la preuve de son expédition"
        let deadlines = [LetterCase.deadline(.withdrawal, "2026-11-26")]
        let overdue = Sample.facts(.refundNotReceived) {
            $0.order.withdrawalNotifiedOn = Sample.day("2026-11-03")
        }

        let kept = try Self.text(Sample.facts(.changeOfMind), deadlines: deadlines)
        let sent = try Self.text(
            Sample.facts(.changeOfMind) { $0.order.returnShippedOn = Sample.day("2026-11-20") },
            deadlines: deadlines)

        #expect(LetterWords.holds(kept, words) && !LetterWords.holds(sent, words))
        #expect(LetterWords.holds(try Self.text(overdue), words))
    }

    @Test("a gesture is asked for by what happened: goods sent back, goods of which nothing is known")
    func goodwillFits() throws {
        let over = [LetterCase.deadline(.withdrawal, "2026-11-16")]
        let sentBack = Sample.facts(.changeOfMind) { facts in
            facts.issue.demand = .refund
            facts.order.returnShippedOn = Sample.day("2026-11-20")
        }
        let unknown = Sample.facts(.changeOfMind) { facts in
            facts.issue.demand = .refund
            facts.order.item.category = .personalised
            facts.order.deliveredOn = nil
            facts.order.item.name = nil
        }

        let returned = try Self.text(sentBack, deadlines: over)
        let other = try Self.text(unknown)

        #expect(LetterWords.holds(returned, "et je vous l’ai renvoyé le 20 novembre 2026."))
        #expect(LetterWords.holds(other, "J’ai changé d’avis sur cet achat."))
        for text in [returned, other] { #expect(!LetterWords.holds(text, "maintenir cette commande")) }
    }

    @Test("a gesture is asked for with its reason, and the item is offered back when it is there")
    func goodwill() throws {
        let over = [LetterCase.deadline(.withdrawal, "2026-11-16")]
        let facts = Sample.facts(.changeOfMind) { $0.issue.demand = .refund }
        let notThere = Sample.facts(.orderCancellation) { facts in
            facts.issue.demand = .cancellation
            facts.order.item.category = .personalised
            facts.order.deliveredOn = nil
        }

        let text = try Self.text(facts, deadlines: over)
        let other = try Self.text(notThere)

        #expect(LetterWords.holds(text, "Je ne souhaite pas garder l’article reçu."))
        #expect(LetterWords.holds(text, "Je peux vous renvoyer l’article."))
        #expect(LetterWords.holds(other, "Je ne souhaite pas maintenir cette commande."))
        #expect(!LetterWords.holds(other, "renvoyer"))
    }
}
