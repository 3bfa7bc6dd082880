import CivilCalendar
import Testing

@testable import ContactRouting
@testable import Texts

/// Walks every closed list, so that a new case without a good text fails here.
@Suite("Sentences")
struct SentencesTests {
    private static let channels = ChannelProfile.table.map(\.channel) + [.odr, .bloctel]

    /// Two cases whose texts differ: an order from the merchant, and one from a seller of its marketplace.
    private static func scenes() throws -> [Scene] {
        let own = try Scene(.itemDefective, at: "2026-11-25T15:00:00+01:00") {
            $0.order.deliveredOn = try .at("2026-11-21")
        }
        let sold = try Scene(.notDelivered, at: "2026-11-25T15:00:00+01:00") {
            $0.seller.kind = .thirdParty
            $0.seller.fulfilledBy = .seller
            $0.consumer.hasAccount = false
        }
        let fraud = try Scene(.suspiciousMessage, at: "2026-11-25T15:00:00+01:00") { $0.issue.medium = .call }
        return [own, sold, fraud]
    }

    /// The details that some sentence looks at.
    private static func telling() throws -> [Objection.Detail] {
        [
            .none, .since(try .at("2026-11-20")), .fact(.sellerType), .fact(.sellerCountry), .fact(.payment),
            .fact(.itemCategory), .fact(.deliveredIn), .fact(.consumerCountry),
            .channel(.marketplaceGuarantee),
            .channel(.sellerMessaging), .channel(.courtRequest), .channel(.bankChargeback),
        ]
    }

    private static let every: [Objection.Detail] =
        FactPath.allCases.map { .fact($0) } + channels.map { .channel($0) }

    @Test("Every objection is a sentence, on every channel, for every detail", arguments: Language.allCases)
    func objections(language: Language) throws {
        let telling = try Self.telling()
        for scene in try Self.scenes() {
            let book = scene.book(language)
            let offers = scene.decision.usable.map(\.offer) + scene.decision.refused.map(\.offer)
            for code in ObjectionCode.allCases {
                for detail in Self.every {
                    let objection = Objection(code, detail: detail)
                    expectWellFormed(book.text(of: objection, on: nil), language)
                }
                for detail in telling {
                    let opens = detail == .none ? scene.now.adding(hours: 30) : nil
                    let objection = Objection(
                        code, usableFrom: opens, detail: detail, grounds: .law(.consoL6122))
                    for offer in offers { expectWellFormed(book.text(of: objection, on: offer), language) }
                }
            }
        }
    }

    @Test("An objection that ends tells the day and the hour")
    func moments() throws {
        let scene = try Self.scenes()[0]
        let moment = try Instant(parsing: "2026-11-26T09:00:00+01:00")
        let guarantee = try #require(
            scene.decision.refused.first { $0.channel == .marketplaceGuarantee }?.offer)

        for code in [ObjectionCode.closed, .tooEarly, .wrongSeller, .disproportionate] {
            let offer = code == .wrongSeller ? nil : guarantee
            let text = scene.book(.french).text(of: Objection(code, usableFrom: moment), on: offer)

            #expect(text.contains("jeudi 26 novembre 2026 à 9\u{A0}h"), "\(code): \(text)")
        }
    }

    @Test("A law is cited in words where the objection stands on it")
    func law() throws {
        let scene = try Self.scenes()[0]
        let mediator = try #require(scene.decision.refused.first { $0.channel == .mediator }?.offer)
        let objection = Objection(.writtenComplaintMissing, grounds: .law(.consoL6122))

        #expect(
            scene.book(.french).text(of: objection, on: mediator)
                == "Le médiateur n’examine un litige qu’après une réclamation écrite à Amazon.fr (art.\u{A0}L612-2 du code de la consommation)."
        )
        #expect(
            scene.book(.english).text(of: objection, on: mediator)
                == "The mediator looks at a dispute only after a written complaint to Amazon.fr (French Consumer Code, art. L612-2)."
        )
    }

    @Test("A chargeback that would forfeit the guarantee is refused in plain words")
    func chargeback() throws {
        let scene = try #require(try WorkedScenes.all().first { $0.id == "w05" }).scene
        let refused = try #require(scene.decision.refused.first { $0.channel == .bankChargeback })
        let objection = try #require(refused.objections.first { $0.code == .blockedBy })

        #expect(
            scene.book(.french).text(of: objection, on: refused.offer)
                == "Une contestation auprès de la banque ferait perdre la garantie du site\u{A0}: attendez son issue."
        )
    }

    @Test("Every reason is a clause, on every channel", arguments: Language.allCases)
    func reasons(language: Language) throws {
        for scene in try Self.scenes() {
            let book = scene.book(language)
            for offer in scene.decision.usable.map(\.offer) + scene.decision.refused.map(\.offer) {
                for reason in ReasonCode.allCases {
                    let text = book.text(of: reason, on: offer)
                    expectWellFormed(text, language, isSentence: false)
                    #expect(!text.hasSuffix("."))
                    #expect(text.prefix(1) == text.prefix(1).lowercased())
                }
            }
        }
    }

    @Test("Every instruction is a sentence, for every channel and issue", arguments: Language.allCases)
    func instructions(language: Language) throws {
        for kind in IssueKind.allCases {
            let scene = try Scene(kind, at: "2026-11-25T15:00:00+01:00") { _ in }
            let book = scene.book(language)
            for offer in scene.decision.usable.map(\.offer) + scene.decision.refused.map(\.offer) {
                for rung in [offer.profile.rung, .formal] {
                    expectWellFormed(book.instruction(for: Self.usable(offer, rung, at: scene.now)), language)
                }
            }
            expectWellFormed(book.explanation(of: scene.decision), language)
        }
    }

    private static func usable(_ offer: ChannelOffer, _ rung: Rung, at now: Instant) -> UsableChannel {
        UsableChannel(
            offer: offer, score: Score(), availability: .open(until: nil), expectedAnswer: now...now,
            missing: [],
            reasonCodes: rung == .formal ? [.declarationDue] : [], rung: rung)
    }

    @Test(
        "Every deadline is a sentence, before it opens, while it runs and after", arguments: Language.allCases
    )
    func deadlines(language: Language) throws {
        let scene = try Self.scenes()[0]
        let book = scene.book(language)
        for right in RightName.allCases {
            for lastDay in [try CivilDay.at("2026-11-20"), try .at("2026-12-20"), nil] {
                for opens in [nil, scene.now.adding(hours: 20)] {
                    let deadline = Deadline(
                        right, opens: opens, lastDay: lastDay, zone: scene.zone, grounds: .law(.consoL22120))
                    expectWellFormed(book.text(of: deadline), language)
                }
            }
        }
    }

    @Test("A right of withdrawal is told with its last day")
    func withdrawal() throws {
        let scene = try Self.scenes()[0]
        let deadline = Deadline(
            .withdrawal, lastDay: try .at("2026-12-07"), zone: scene.zone, grounds: .law(.consoL22118))

        #expect(
            scene.book(.french).text(of: deadline)
                == "Vous pouvez vous rétracter jusqu’au lundi 7 décembre 2026 inclus.")
        #expect(
            scene.book(.english).text(of: deadline)
                == "You can withdraw until the end of Monday 7 December 2026.")
    }

    @Test("Every fact has a question with a question mark", arguments: Language.allCases)
    func questions(language: Language) throws {
        let book = try Self.scenes()[0].book(language)
        let texts = FactPath.allCases.map(book.question(for:))

        for text in texts {
            expectWellFormed(text, language)
            #expect(text.contains("?"))
        }
        #expect(Set(texts).count == FactPath.allCases.count)
    }

    @Test("Every wait and every end has a sentence", arguments: Language.allCases)
    func outcomes(language: Language) throws {
        let book = try Self.scenes()[1].book(language)
        let waits: [WaitReason] =
            Self.channels.flatMap { [.answerPending($0), .nextStepOpens($0)] }
            + RightName.allCases.map { .performanceDue($0) }

        for wait in waits { expectWellFormed(book.text(of: wait), language) }
        for reason in NothingReason.allCases { expectWellFormed(book.text(of: reason), language) }
    }

    @Test("Every next step and every answer has a sentence", arguments: Language.allCases)
    func stepsAndAnswers(language: Language) throws {
        let scene = try Self.scenes()[1]
        let book = scene.book(language)
        for code in ObjectionCode.allCases {
            for moment in [nil, scene.now.adding(hours: 18)] {
                let step = NextStep(channel: .mediator, notBefore: moment, because: code)
                expectWellFormed(book.because(of: step), language)
                for answer in AskedAnswer.Answer.allCases {
                    let asked = AskedAnswer(
                        channel: .mediator, answer: answer, usableFrom: moment, since: nil,
                        objection: Objection(code))
                    expectWellFormed(book.text(of: asked, in: scene.decision), language)
                }
            }
        }
    }

    @Test("Every fact and value that may flip a decision reads as a condition", arguments: Language.allCases)
    func flips(language: Language) throws {
        let scene = try Self.scenes()[1]
        let book = scene.book(language)
        let today = CivilDay(dayNumber: 20_780)
        for variation in FactVariation.all where !variation.isDay {
            for value in variation.values(scene.facts, scene.directory, today) {
                for best in [ChannelName.registeredMail, nil] {
                    let flip = Flip(change: .fact(variation.fact, value.text), best: best)
                    expectWellFormed(book.text(of: flip), language)
                    #expect(!book.text(of: flip).contains(variation.fact.rawValue))
                }
            }
        }
    }
}
