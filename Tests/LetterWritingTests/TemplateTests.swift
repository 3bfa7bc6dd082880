import ContactRouting
import LetterTestSupport
import Testing

@testable import LetterWriting

@Suite("Templates")
struct TemplateTests {
    static func render(
        _ source: String, _ change: (inout TemplateValues) -> Void = { _ in }
    ) throws(LetterError) -> [LetterTemplate.Part] {
        var values = TemplateValues()
        values.set("name", "Anne & <b>Co</b>")
        values.set("nothing", nil)
        values.set("yes", flag: true)
        var item = TemplateValues()
        item.set("title", "one")
        values.set("items", list: [item, item])
        change(&values)
        return try LetterTemplate(named: "test", from: ["test": "Subject\n\n" + source]).render(values).body
    }

    @Test("lines that begin with | are the rows of a table, and data cannot make a cell")
    func table() throws {
        let parts = try Self.render("| Day | Fact\n{{#items}}| {{title}} | {{name}}\n{{/items}}") {
            var item = TemplateValues()
            item.set("title", "a | b")
            $0.set("items", list: [item])
        }

        #expect(parts == [.table([["Day", "Fact"], ["a | b", "Anne & <b>Co</b>"]])])
    }

    @Test(
        "an unknown name is an error that names it, wherever it stands",
        arguments: [
            "{{oops}}", "{{#oops}}a{{/oops}}", "{{^oops}}a{{/oops}}", "{{#items}}{{oops}}{{/items}}",
            "{{{oops}}}",
            "{{#yes}}{{#name}}{{oops}}{{/name}}{{/yes}}", "{{&oops}}",
        ])
    func unknown(source: String) {
        #expect(throws: LetterError.unknownVariable(template: "test", name: "oops")) {
            try Self.render(source)
        }
    }

    @Test("printing a fact that the case lacks is an error, never a blank")
    func absent() {
        #expect(throws: LetterError.absentVariable(template: "test", name: "nothing")) {
            try Self.render("before {{nothing}} after")
        }
    }

    @Test("a flag or a list printed as text is an error", arguments: ["yes", "items"])
    func misused(name: String) {
        #expect(throws: LetterError.misusedVariable(template: "test", name: name)) {
            try Self.render("{{\(name)}}")
        }
    }

    @Test("nothing is escaped, and a missing fact leaves its section out")
    func plain() throws {
        let parts = try Self.render("{{name}}{{#nothing}} {{nothing}}{{/nothing}}{{^nothing}}.{{/nothing}}")

        #expect(parts == [.paragraph("Anne & <b>Co</b>.")])
    }

    @Test(
        "data is never read as a template, a paragraph or a list",
        arguments: [
            "{{oops}}", "* item", "a{{#yes}}b", "{{> closing}}", "{{% CONTENT_TYPE:HTML}}",
        ])
    func dataIsData(text: String) throws {
        let parts = try Self.render("{{name}}") { $0.set("name", text) }

        #expect(parts == [.paragraph(text)])
    }

    @Test("items of a list come from the template, and an inner name hides nothing outside")
    func list() throws {
        let parts = try Self.render("{{#items}}* {{title}} {{name}}\n{{/items}}")

        #expect(parts == [.list(["one Anne & <b>Co</b>", "one Anne & <b>Co</b>"])])
    }

    @Test("a template that takes itself in is refused")
    func endless() {
        #expect(throws: LetterError.self) {
            try LetterTemplate(named: "a", from: ["a": "Subject\n\n{{> a}}"])
        }
    }

    @Test("every template of this build can be read")
    func library() throws {
        for paper in LetterPaper.all {
            #expect(
                try TemplateLibrary.shared.template(for: paper.kind, in: paper.language).name
                    == paper.template)
        }
        for paper in ReferralPaper.all {
            #expect(
                try TemplateLibrary.shared.template(for: paper.kind, in: paper.language).name
                    == paper.template)
        }
    }

    @Test("a paper in a language that its reader does not take has no template")
    func otherLanguage() {
        #expect(throws: LetterError.templateMissing("court-request-en")) {
            try TemplateLibrary.shared.template(for: ReferralKind.courtRequest, in: .english)
        }
    }
}
