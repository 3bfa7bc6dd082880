import CivilCalendar
import Testing

@testable import ContactRouting
@testable import Texts

@Suite("Explanations")
struct ExplanationTests {
    @Test("Every text of every worked case is well formed in both languages", arguments: Language.allCases)
    func wellFormed(language: Language) throws {
        for (_, scene) in try WorkedScenes.all() {
            let book = scene.book(language)
            expectWellFormed(book.explanation(of: scene.decision), language)
            for deadline in scene.decision.deadlines { expectWellFormed(book.text(of: deadline), language) }
            for step in scene.decision.next { expectWellFormed(book.because(of: step), language) }
            for flip in scene.flips { expectWellFormed(book.text(of: flip), language) }
            for question in scene.questions { expectWellFormed(book.question(for: question.fact), language) }
            if let asked = scene.decision.asked {
                expectWellFormed(book.text(of: asked, in: scene.decision), language)
            }
            for refused in scene.decision.refused {
                for objection in refused.objections {
                    expectWellFormed(book.text(of: objection, on: refused.offer), language)
                }
            }
        }
    }

    @Test(
        "An explanation is two to six sentences and at most 600 characters", arguments: Language.allCases)
    func short(language: Language) throws {
        for (id, scene) in try WorkedScenes.all() {
            let text = scene.book(language).explanation(of: scene.decision)
            let ends = text.matches(of: /[.?](?=\s|$)/).count

            #expect((2...6).contains(ends), "\(id) has \(ends) sentences: \(text)")
            #expect(text.count <= 600, "\(id) has \(text.count) characters")
        }
    }

    @Test(
        "A worked case is told with what the person must not miss",
        arguments: [
            ("w01", ["chat d’Amazon.fr"]),
            ("w02", ["formulaire de retour", "jusqu’au dimanche 27 décembre 2026 inclus"]),
            ("w03", ["chat", "en anglais"]),
            (
                "w04",
                [
                    "Attendez jusqu’au jeudi 26 novembre 2026 à 9 h", "garantie du site",
                    "formulaire de retour",
                ]
            ),
            ("w05", ["Demandez la garantie du site", "jusqu’au samedi 20 février 2027 inclus"]),
            ("w06", ["formulaire de retour"]),
            ("w07", ["médiateur", "jusqu’au vendredi 10 septembre 2027 inclus"]),
            ("w08", ["Transférez le SMS au 33700", "aucun lien ni aucun numéro"]),
            ("w09", ["renoncer au contrat ici", "mardi 24 novembre 2026", "aujourd’hui le dernier jour"]),
            (
                "w10",
                ["lettre recommandée", "Le remboursement était dû au plus tard le mardi 17 novembre 2026"]
            ),
            ("w11", ["médiateur", "jusqu’au samedi 2 octobre 2027 inclus"]),
            ("w12", ["conciliateur de justice", "tribunal"]),
            ("w13", ["Résiliez directement"]),
            ("w14", ["au 0 805 10 14 20 (appel gratuit)", "faites bloquer votre carte"]),
        ])
    func workedCase(id: String, parts: [String]) throws {
        let scene = try #require(try WorkedScenes.all().first { $0.id == id }).scene

        let text = scene.book(.french).explanation(of: scene.decision).replacing("\u{A0}", with: " ")

        for part in parts { #expect(text.contains(part), "“\(part)” is missing in: \(text)") }
    }

    @Test("A closed service is answered with its end and its successors")
    func closedService() throws {
        let scene = try #require(try WorkedScenes.all().first { $0.id == "w07" }).scene
        let asked = try #require(scene.decision.asked)

        #expect(
            scene.book(.french).text(of: asked, in: scene.decision).replacing("\u{A0}", with: " ")
                == "Plus maintenant. La plateforme européenne de règlement en ligne des litiges n’existe plus depuis le 20 juillet 2025. À la place : le médiateur de la consommation ou le Centre européen des consommateurs."
        )
        #expect(
            scene.book(.english).text(of: asked, in: scene.decision)
                == "No longer. The European online dispute resolution platform has not existed since 20 July 2025. Instead: the consumer mediator or the European Consumer Centre."
        )
    }

    @Test("When no right is left the text says so first and offers a gesture without promising it")
    func nothingLeft() throws {
        let scene = try Scene(.changeOfMind, at: "2027-03-01T10:00:00+01:00") {
            $0.order.orderedOn = try .at("2026-11-06")
            $0.order.deliveredOn = try .at("2026-11-10")
        }

        let text = scene.book(.french).explanation(of: scene.decision)

        #expect(scene.decision.outcome == .none(because: .noRightLeft))
        #expect(text.hasPrefix("Les délais pour rendre cet article sont passés"))
        #expect(text.contains("sans garantie de réponse favorable"))
        expectWellFormed(text, .french)
    }

    @Test("A person abroad gets the number in its international form")
    func callFromAbroad() throws {
        let scene = try Scene(.accountCompromised, at: "2026-11-24T08:30:00+01:00") {
            $0.consumer.canLogIn = false
            $0.consumer.country = try CountryCode(parsing: "BE")
        }

        let text = scene.book(.english).explanation(of: scene.decision)

        #expect(text.contains("+33\u{A0}805\u{A0}10\u{A0}14\u{A0}20"))
    }

    @Test("No text shows the person’s own data")
    func personalData() throws {
        let scene = try Scene(.refundNotReceived, at: "2026-11-23T09:30:00+01:00") {
            $0.consumer.name = Private(try TextLine(parsing: "Nom Secret"))
            $0.order.number = Private(try TextLine(parsing: "404-7654321-7654321"))
            try $0.did(.chat, "2026-11-18T10:00:00+01:00", .promiseNotKept)
        }

        let text = scene.book(.french).explanation(of: scene.decision)

        #expect(!text.contains("Secret") && !text.contains("7654321"))
    }
}
