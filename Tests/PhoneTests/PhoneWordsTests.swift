import ChannelPluginKit
import CivilCalendar
import ContactRouting
import LetterTestSupport
import LetterWriting
import Phone
import Testing

@Suite("What a caller is told to say")
struct PhoneWordsTests {
    private func text(_ request: PreparationRequest) async throws -> String {
        try await PhoneTests.text(of: request).replacing("\u{A0}", with: " ").replacing("\n  ", with: " ")
    }

    @Test("nobody is told to hear, and nothing sounds, where somebody writes or signs")
    func relay() async throws {
        for language in Language.allCases {
            let text = try await text(PhoneSample.request(.accessiblePhone, language: language)).lowercased()

            for word in [
                "entend ", "écoutez", "tonalité", "bip", "raccroch", "hear ", "listen", "tone", "hang up",
            ] {
                #expect(!text.contains(word), "\(word)")
            }
        }
    }

    @Test("sentences are in French unless the line takes the person's language")
    func spoken() async throws {
        let french = try await text(PhoneSample.request(language: .english))
        let english = try await text(
            PhoneSample.request(language: .english) { $0.recipientLanguage = .english })

        #expect(french.contains("SAY IN FRENCH\n- « Bonjour. Je vous contacte pour la commande"))
        #expect(english.contains("SAY\n- “Hello. This is about order"))
        #expect(!english.contains("Bonjour"))
    }

    @Test("a call ends no contract: the caller announces the writing, and is told to send it")
    func termination() async throws {
        let facts = Sample.facts(.notDelivered) { facts in
            facts.issue.demand = .refund
            facts.history = [
                Sample.contact(
                    .registeredMail, "2026-11-05T10:00:00+01:00", .delivered, deadline: "2026-11-18")
            ]
        }

        let text = try await text(PhoneSample.request(.phone, facts))

        #expect(text.contains("Un appel ne met pas fin au contrat"))
        #expect(
            text.contains(
                "Le délai fixé au 18 novembre 2026 est expiré ; je mets fin au contrat, et je vous l’écrirai."
            ))
    }

    @Test("the trouble is said in a sentence, not by a label")
    func sentence() async throws {
        let facts = Sample.facts(.refundNotReceived) { $0.issue.demand = .refund }

        let text = try await text(PhoneSample.request(.phone, facts))

        #expect(text.contains("Le remboursement ne m’est pas parvenu à ce jour."))
        #expect(!text.contains("remboursement pas reçu"))
    }

    @Test("goodwill is asked for without a law, a court or a threat")
    func goodwill() async throws {
        let facts = Sample.facts(.changeOfMind) { facts in
            facts.issue.demand = .refund
            facts.seller.kind = .privatePerson
        }

        let text = try await text(PhoneSample.request(.phone, facts))

        #expect(text.contains("Vous demandez un geste : ne parlez ni d’obligation ni de tribunal."))
        #expect(!text.contains("En droit"))
        #expect(!text.contains("médiateur"))
    }

    @Test("before its time a delivery is asked for by a day, not called late")
    func tooEarly() async throws {
        let facts = Sample.facts(.lateDelivery) { facts in
            facts.order.promisedOn = Sample.day("2026-12-10")
            facts.issue.demand = .delivery
        }

        let text = try await text(PhoneSample.request(.phone, facts))

        #expect(
            text.contains("Le délai n’est pas encore écoulé : demandez une date, ne parlez pas de retard."))
    }

    @Test("whoever has complained in writing is not told to do it first")
    func afterWriting() async throws {
        let facts = Sample.facts(.itemDefective) { facts in
            facts.issue.demand = .repair
            facts.history = [Sample.contact(.email, "2026-11-10T10:00:00+01:00", .noReply)]
        }

        let text = try await text(PhoneSample.request(.phone, facts))

        #expect(text.contains("Annoncez seulement la suite : le médiateur de la consommation."))
        #expect(text.contains("La loi veut que ce refus soit écrit et motivé (article L. 217-12)."))
    }

    @Test(
        "a hacked account is to be secured now, and a suspicious message to be disowned, without a date or a law"
    )
    func security() async throws {
        for kind in [IssueKind.accountCompromised, .suspiciousMessage] {
            let text = try await text(PhoneSample.request(.phone, Sample.facts(kind)))

            #expect(!text.contains("au plus tard"))
            #expect(!text.contains("En droit"))
            #expect(!text.contains("pour la commande"))
            #expect(text.contains("Ne composez jamais le numéro d’un message suspect"))
        }
    }

    @Test("every issue and demand gives a brief without an empty line of facts or a placeholder")
    func everyIssue() throws {
        let demands: [ContactRouting.Issue.Demand?] =
            ContactRouting.Issue.Demand.allCases.map(Optional.some) + [nil]
        for (index, kind) in IssueKind.allCases.enumerated() {
            for demand in demands {
                let facts = Sample.facts(kind) { $0.issue.demand = demand }
                let language = Language.allCases[index % Language.allCases.count]
                let parts = CallBriefParts(PhoneSample.request(.phone, facts, language: language))
                let sections: [CallBrief.Section?] = [
                    parts.line(), parts.asked, parts.trouble, parts.contacts(), parts.demand,
                    parts.sentences, parts.cautions, parts.refusal,
                ]

                let text = CallBrief(
                    language: language, title: "Appel", sections: sections.compactMap { $0 }
                ).text.replacing("\n  ", with: " ")

                for flaw in ["nil", "null", "{{", "()", " .", "  ", ".."] {
                    #expect(
                        !text.contains(flaw), "\(kind.rawValue), \(demand?.rawValue ?? "no demand"): \(flaw)")
                }
            }
        }
    }
}
