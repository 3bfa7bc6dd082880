import Testing

@testable import LetterWriting

@Suite("Reading templates")
struct TemplateParserTests {
    @Test(
        "a tag that is not closed, closes nothing, or is more than a name, is refused",
        arguments: [
            "{{name", "{{{name}}", "{{#yes}}a", "a{{/yes}}", "{{#yes}}{{#name}}a{{/yes}}{{/name}}", "{{}}",
            "{{! note}}", "{{> other}} and more", "{{=<% %>=}}", "{{a.b}}", "{{été}}", "{{$block}}",
        ])
    func malformed(source: String) {
        let error = #expect(throws: LetterError.self) { try TemplateTests.render(source) }

        guard case .malformedTemplate(let template, _)? = error else {
            Issue.record("another error: \(String(describing: error))")
            return
        }
        #expect(template == "test")
    }

    @Test("sixteen sections inside one another are read, seventeen refused")
    func nesting() throws {
        func nested(_ depth: Int) -> String {
            String(repeating: "{{#yes}}", count: depth) + "a" + String(repeating: "{{/yes}}", count: depth)
        }

        #expect(try TemplateTests.render(nested(16)) == [.paragraph("a")])
        #expect(throws: LetterError.self) { try TemplateTests.render(nested(17)) }
    }

    @Test("lines of a block are joined by one space, and spaces around tags do not count")
    func lines() throws {
        let parts = try TemplateTests.render("  one\n{{#yes}}\n  two {{/yes}}\n{{^yes}}x{{/yes}}\nthree")

        #expect(parts == [.paragraph("one two three")])
    }

    @Test("an article's letter and number are never parted")
    func article() throws {
        let parts = try TemplateTests.render("article L. 216-6 {{name}}") { $0.set("name", "L. 1") }

        #expect(parts == [.paragraph("article L.\u{A0}216-6 L. 1")])
    }

    @Test("an item's own names come first, and the outer ones are there again after the list")
    func scopes() throws {
        let parts = try TemplateTests.render("{{#items}}{{title}} {{name}} {{/items}}{{name}}") { values in
            var item = TemplateValues()
            item.set("title", "t")
            item.set("name", "inner")
            values.set("items", list: [item])
        }

        #expect(parts == [.paragraph("t inner Anne & <b>Co</b>")])
    }
}
