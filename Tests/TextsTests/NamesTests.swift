import CivilCalendar
import ContactRouting
import Testing

@testable import Texts

@Suite("Names")
struct NamesTests {
    private static let channels = ChannelProfile.table.map(\.channel) + [.odr, .bloctel]

    @Test("Every channel of the rules has a name in every form", arguments: Language.allCases)
    func channels(language: Language) {
        let vocabulary = Vocabulary(language)

        for channel in Self.channels {
            #expect(vocabulary.knows(channel), "\(channel) has no name")
            for form in Vocabulary.Form.allCases {
                expectWellFormed(vocabulary.name(of: channel, form), language, isSentence: false)
            }
        }
    }

    @Test("Articles contract and elide")
    func articles() {
        let french = Vocabulary(.french)

        #expect(french.name(of: .onlineReturn, .definite) == "le formulaire de retour en ligne")
        #expect(french.name(of: .onlineReturn, .of) == "du formulaire de retour en ligne")
        #expect(french.name(of: .email, .of) == "de l’e-mail")
        #expect(french.name(of: .consumerAssociation, .of) == "d’une association de consommateurs")
        #expect(french.name(of: .registeredMail, .title) == "Lettre recommandée avec avis de réception")
        #expect(Vocabulary(.english).name(of: .onlineReturn, .definite) == "the online return form")
        #expect(FrenchWords.of("Amazon.fr") == "d’Amazon.fr")
        #expect(FrenchWords.of("Boutique") == "de Boutique")
    }

    @Test("A channel of a plugin is shown by its own name")
    func unknownChannel() throws {
        let name = try ChannelName(parsing: "loyalty-desk")

        #expect(Vocabulary(.french).name(of: name) == "«\u{A0}loyalty-desk\u{A0}»")
        #expect(Vocabulary(.english).name(of: name, .definite) == "“loyalty-desk”")
    }

    @Test("Every value of every closed list has a name", arguments: Language.allCases)
    func closedLists(language: Language) {
        let words = Vocabulary(language)
        var names: [String] = []
        names += IssueKind.allCases.map(words.name(of:)) + IssueKind.allCases.map(words.subject(of:))
        names += Issue.Demand.allCases.map(words.name(of:)) + Issue.Urgency.allCases.map(words.name(of:))
        names += Issue.Medium.allCases.map(words.name(of:)) + Issue.GivenData.allCases.map(words.name(of:))
        names += PastContact.Outcome.allCases.map(words.name(of:)) + Seller.Kind.allCases.map(words.name(of:))
        names += Seller.Fulfiller.allCases.map(words.name(of:)) + Order.Payment.allCases.map(words.name(of:))
        names += Item.Condition.allCases.map(words.name(of:)) + Item.Category.allCases.map(words.name(of:))
        names +=
            Preferences.Priority.allCases.map(words.name(of:)) + FrenchRegion.allCases.map(words.name(of:))
        names += AskedAnswer.Answer.allCases.map(words.name(of:)) + RightName.allCases.map(words.name(of:))
        names += ObjectionCode.allCases.map(words.name(of:))
        names += Rung.allCases.map(words.name(of:)) + Effort.allCases.map(words.name(of:))
        names += EvidenceGrade.allCases.map(words.name(of:)) + ScoreTermName.allCases.map(words.name(of:))
        names +=
            Source.Confidence.allCases.map(words.name(of:)) + Endpoint.CallCost.allCases.map(words.name(of:))
        names += Citation.allCases.map(words.name(of:)) + FactPath.allCases.map(words.label(of:))
        names += [words.cost(nil), words.cost(Money(hundredths: 0)), words.cost(Money(hundredths: 611))]

        for name in names { expectWellFormed(name, language, isSentence: false) }
    }

    @Test("No two values of a list share a name", arguments: Language.allCases)
    func distinct(language: Language) {
        let words = Vocabulary(language)

        #expect(Set(IssueKind.allCases.map(words.name(of:))).count == IssueKind.allCases.count)
        #expect(Set(FactPath.allCases.map(words.label(of:))).count == FactPath.allCases.count)
        #expect(Set(Self.channels.map { words.name(of: $0) }).count == Self.channels.count)
        #expect(Set(Citation.allCases.map(words.name(of:))).count == Citation.allCases.count)
        #expect(Set(ObjectionCode.allCases.map(words.name(of:))).count == ObjectionCode.allCases.count)
    }

    @Test("An article of law is told in words")
    func citations() {
        #expect(
            Vocabulary(.french).name(of: Citation.consoL6122) == "art.\u{A0}L612-2 du code de la consommation"
        )
        #expect(Vocabulary(.english).name(of: Citation.consoL6122) == "French Consumer Code, art. L612-2")
    }

    @Test("Availability says until when and from when")
    func availability() throws {
        let paris = try TimeZoneDatabase().rules(for: "Europe/Paris")
        let now = try Instant(parsing: "2026-11-29T14:00:00+01:00")
        let evening = try Instant(parsing: "2026-11-29T19:00:00+01:00")
        let words = Vocabulary(.french)

        #expect(words.availability(.open(until: evening), now: now, in: paris) == "ouvert jusqu’à 19\u{A0}h")
        #expect(words.availability(.open(until: nil), now: now, in: paris) == "ouvert en permanence")
        #expect(words.availability(.unknown, now: now, in: paris) == "horaires inconnus")
        #expect(
            words.availability(.closed(opensAt: evening), now: now, in: paris)
                == "fermé\u{A0}; ouvre aujourd’hui, dimanche 29 novembre 2026, à 19\u{A0}h")
    }
}
