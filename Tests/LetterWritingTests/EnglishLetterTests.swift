import ContactRouting
import LetterTestSupport
import Testing
import Typesetting

@testable import LetterWriting

/// The same letters for a recipient who reads English.
@Suite("Letters in English")
struct EnglishLetterTests {
    @Test("Golden: the text of every kind of letter in English", arguments: LetterCase.all)
    func text(sample: LetterCase) throws {
        let letter = try Self.letter(sample, in: .english)

        try expectGolden(letter.text, named: "\(sample.name)-en.txt")
    }

    @Test("both languages cite exactly the articles of the plan", arguments: LetterCase.all)
    func articles(sample: LetterCase) throws {
        for language in Language.allCases {
            let cited = LetterWords.articles(in: LetterWords.of(try Self.letter(sample, in: language)))

            #expect(cited == Set(sample.plan.articles), "\(language)")
        }
    }

    @Test("both languages have the same parts in the same order", arguments: LetterCase.all)
    func parts(sample: LetterCase) throws {
        let french = try Self.letter(sample, in: .french).document
        let english = try Self.letter(sample, in: .english).document

        #expect(french.entries.map(\.label) == english.entries.map(\.label))
        #expect(french.entries.map(\.block.kind) == english.entries.map(\.block.kind))
    }

    @Test("both languages state the same numbers: sums, days and articles", arguments: LetterCase.all)
    func numbers(sample: LetterCase) throws {
        let french = LetterWords.of(try Self.letter(sample, in: .french))
        let english = LetterWords.of(try Self.letter(sample, in: .english))

        #expect(Self.numbers(in: french) == Self.numbers(in: english))
    }

    @Test("the document says that it is in English, and so does its plain text")
    func language() throws {
        let letter = try Self.letter(try #require(LetterCase.all.first), in: .english)

        #expect(letter.document.language == "en")
        #expect(letter.message.language == "en")
        #expect(letter.formText.hasPrefix("Subject: "))
        #expect(LetterWords.plain(letter.text).contains("Lyon, 23 November 2026"))
        #expect(letter.text.contains("€129.00"))
    }

    @Test("a refused notice is told as a refusal in English too")
    func refusedNotice() throws {
        let text = try Self.text(
            Sample.facts(.notDelivered) { facts in
                facts.issue.demand = .refund
                facts.history = [
                    Sample.contact(
                        .registeredMail, "2026-11-16T10:00:00+01:00", .refused, deadline: "2026-11-30")
                ]
            })

        #expect(LetterWords.holds(text, "You refused to deliver, and I have not received the order."))
        #expect(!LetterWords.holds(text, "expired"))
    }

    @Test(
        "money taken without a contract is demanded back in English by its sum, and no order is told",
        arguments: [
            (.unauthorisedCharge, "A sum was charged without my authorisation."),
            (.unsolicitedSalesCall, "I received a sales call that I had not asked for."),
        ] as [(IssueKind, String)])
    func noContract(kind: IssueKind, trouble: String) throws {
        let text = try Self.text(Sample.facts(kind) { $0.issue.demand = .refund })

        #expect(LetterWords.holds(text, trouble))
        #expect(LetterWords.holds(text, "to refund me the sum of €129.00"))
        #expect(!LetterWords.holds(text, "order") && !LetterWords.holds(text, "mediator"))
    }

    @Test("a double charge is told in English with its day")
    func debit() throws {
        let text = try Self.text(
            Sample.facts(.chargedTwice) { $0.order.debitedOn = Sample.day("2026-11-02") })

        #expect(LetterWords.holds(text, "charged twice (debit of 2 November 2026)."))
    }

    private static func text(_ facts: ContactCase) throws -> String {
        LetterWords.of(
            try letter(
                LetterCase(name: "exact", kind: .generalNotice, facts: facts, channel: .registeredMail),
                in: .english))
    }

    private static func letter(_ sample: LetterCase, in language: Language) throws -> Letter {
        try LetterWriter().write(
            sample.plan, for: sample.facts, between: LetterGoldenTests.parties, in: language)
    }

    /// Every number of the text, each as often as it stands there, sorted: the order of words differs.
    private static func numbers(in text: String) -> [String] {
        text.split { !$0.isASCII || !$0.isNumber }.map(String.init).sorted()
    }
}

extension Block {
    /// What kind of block it is, without its words.
    fileprivate var kind: String { String(String(describing: self).prefix { $0 != "(" }) }
}
