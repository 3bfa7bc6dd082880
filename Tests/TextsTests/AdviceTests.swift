import CivilCalendar
import Testing

@testable import ContactRouting
@testable import Texts

@Suite("What an adviser adds")
struct AdviceTests {
    @Test(
        "Whoever must prove a defect is told so, and what is left after the legal guarantee",
        arguments: [
            ("2024-12-01", Item.Condition.new, "2026-11-20", nil, nil),
            ("2025-08-20", .secondHand, "2026-08-20", nil, nil),
            (
                "2025-08-20", .secondHand, "2026-08-21", "il vous faut prouver qu’il existait déjà",
                "The legal guarantee covers this defect, but you must prove"
            ),
            ("2024-09-20", .new, "2026-09-20", nil, nil),
            ("2024-09-20", .new, "2026-09-21", "garantie des vices cachés", "had ended"),
        ] as [(String, Item.Condition, String, String?, String?)])
    func burden(
        delivered: String, condition: Item.Condition, found: String, french: String?, english: String?
    ) throws {
        let scene = try Scene(.itemDefective, at: "2026-11-25T10:00:00+01:00") {
            $0.order.deliveredOn = try .at(delivered)
            $0.order.defectFoundOn = try .at(found)
            $0.order.item.condition = condition
        }

        let told = (
            scene.book(.french).explanation(of: scene.decision),
            scene.book(.english).explanation(of: scene.decision)
        )

        expectWellFormed(told.0, .french)
        expectWellFormed(told.1, .english)
        if let french, let english {
            #expect(told.0.contains(french))
            #expect(told.1.contains(english))
        } else {
            #expect(!told.0.contains("prouver"))
            #expect(!told.1.contains("prove"))
        }
    }

    @Test("The next step is a recourse that is open already, not one beyond it")
    func nextStep() throws {
        let scene = try Scene(.refundNotReceived, at: "2026-12-20T11:00:00+01:00") {
            $0.order.withdrawalNotifiedOn = try .at("2026-11-02")
            $0.order.returnReceivedOn = try .at("2026-11-07")
            $0.order.deliveredIn = .france
            $0.order.payment = .card
            try $0.did(.email, "2026-11-30T09:00:00+01:00", .noReply)
        }

        let text = scene.book(.french).explanation(of: scene.decision)

        #expect(scene.decision.best?.channel == .registeredMail)
        #expect(scene.decision.usable.contains { $0.channel == .mediator })
        #expect(text.hasSuffix("l’étape suivante est le médiateur de la consommation."))
    }

    @Test(
        "A letter that a refusal makes due is not explained by a time that would be over",
        arguments: [
            (PastContact.Outcome.refused, "after their refusal"),
            (.noReply, "now that the time given is over"),
        ])
    func declarationDue(outcome: PastContact.Outcome, words: String) throws {
        let scene = try Scene(.notDelivered, at: "2026-11-25T11:00:00+01:00") {
            $0.order.promisedOn = CivilDay("2026-11-01")
            var notice = PastContact(
                channel: .registeredMail, at: try Instant(parsing: "2026-11-05T10:00:00+01:00"),
                outcome: outcome)
            notice.deadline = CivilDay(outcome == .refused ? "2026-12-10" : "2026-11-20")
            $0.history = [notice]
        }
        let best = try #require(scene.decision.best)

        let text = scene.book(.english).text(of: .declarationDue, on: best.offer)

        #expect(best.reasons.contains(.declarationDue))
        #expect(text.hasPrefix(words))
    }

    @Test("In a fraud nobody is told to wait for an opening, nor by how many points it would be better")
    func closedInAWall() throws {
        let scene = try Scene(.accountCompromised, at: "2026-11-24T03:00:00+01:00") {
            $0.consumer.canLogIn = false
        }
        let phone = try #require(scene.decision.refused.first { $0.channel == .phone })
        let whenOpen = try #require(phone.whenOpen)

        let french = scene.book(.french).text(of: whenOpen, on: phone.offer).replacing(
            "\u{A0}", with: " ")
        let english = scene.book(.english).text(of: whenOpen, on: phone.offer)

        #expect(french.hasSuffix(", et viendra alors en premier ; faites le reste sans attendre."))
        #expect(english.hasSuffix(", and will then come first; do the rest without waiting."))
    }

    @Test("When the best channel closes for the night the flips say when it opens again")
    func opensAgain() throws {
        let scene = try Scene(.accountCompromised, at: "2026-11-24T22:00:00+01:00") {
            $0.consumer.canLogIn = false
        }

        let moments = try ["2026-11-25T00:00:00+01:00", "2026-11-25T06:00:00+01:00"].map {
            Flip.Change.at(try Instant(parsing: $0))
        }

        #expect(scene.decision.best?.channel == .phone)
        #expect(scene.flips.prefix(2).map(\.change) == moments)
        #expect(scene.flips.dropFirst().first?.best == .phone)
    }
}
