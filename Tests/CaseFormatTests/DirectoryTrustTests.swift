import CaseFormat
import ContactRouting
import Testing

@Suite("What a directory takes nothing from")
struct DirectoryTrustTests {
    /// Puts a link in place of the phone number of the small directory.
    private static func link(_ text: String) -> (String, String) {
        (#""kind": "tel", "value": "+33123456789""#, #""kind": "url", "value": "\#(text)""#)
    }

    static let refused: [(change: (String, String), code: FaultCode)] = [
        (link("https://169.254.169.254/latest"), .unsafeLink),
        (link("https://[::1]/"), .unsafeLink),
        (link("https://2130706433/"), .unsafeLink),
        (link("https://0x7f.0.0.1/"), .unsafeLink),
        (link("https://localhost/"), .unsafeLink),
        (link("https://printer.local/"), .unsafeLink),
        (link("https://boutique.example:8443/"), .unsafeLink),
        (link("https://boutique..example/"), .unsafeLink),
        (link("https://\u{212A}iosk.example/"), .unsafeLink),
        (link("https://user@boutique.example/"), .malformedValue),
        (link("http://boutique.example/"), .malformedValue),
        (link("file:///etc/passwd"), .malformedValue),
        (link("javascript:alert(1)"), .malformedValue),
        (link("https://fnazc.com/"), .distrustedHost),
        (link("https://www.FNAZC.com/aide"), .distrustedHost),
        (
            (#""kind": "tel", "value": "+33123456789""#, #""kind": "email", "value": "a@sav-facile.com""#),
            .distrustedHost
        ),
        ((#""title": "T""#, #""title": "Numbers of Les-Sav.fr, 2026""#), .distrustedHost),
        ((#""url": null"#, #""url": "https://www.les-sav.fr/boutique""#), .distrustedHost),
        ((#""website": "https://boutique.example/""#, #""website": "https://fnagl.com/""#), .distrustedHost),
        ((#""+33123456789""#, #""+33892350350""#), .surchargedNumber),
        ((#""+33123456789""#, #""+33810101010""#), .surchargedNumber),
        ((#""+33123456789""#, #""+33825101010""#), .surchargedNumber),
        ((#""+33123456789"}"#, #""+33123456789", "cost": "premium"}"#), .surchargedNumber),
    ]

    @Test("Links into a network, look-alikes, paid relays and surcharged numbers are refused")
    func refuses() throws {
        let base = try TestDirectory.loaded()
        for (change, code) in Self.refused {
            let text = SmallDirectory.text.replacing(change.0, with: change.1)

            #expect(text != SmallDirectory.text)
            #expect(
                Set(DirectoryReader().check(text.bytes, over: base).map(\.code)) == [code], "\(change.1)")
        }
    }

    @Test("An ordinary host, and one whose name only ends in the same letters, is taken")
    func takesOthers() throws {
        let base = try TestDirectory.loaded()
        for host in ["www.boutique.example", "notfnazc.com", "fnazc.com.example", "xn--bote-zqa.example"] {
            let change = Self.link("https://\(host)/")
            let text = SmallDirectory.text.replacing(change.0, with: change.1)

            #expect(DirectoryReader().check(text.bytes, over: base).isEmpty, "\(host)")
        }
    }

    @Test("The directory says why it distrusts a host, and whom the host copies")
    func tellsWhy() throws {
        let directory = try TestDirectory.loaded().directory
        let copy = try #require(HostName("www.fnazc.com").flatMap(directory.distrust))

        #expect(copy.kind == .lookAlike)
        #expect(copy.imitates?.text == "fnac-fr")
        #expect(HostName("les-sav.fr").flatMap(directory.distrust)?.kind == .paidRelay)
        #expect(HostName("www.fnac.com").flatMap(directory.distrust) == nil)
    }

    @Test("A bank's own line may cost extra: only a trader's complaint line may not")
    func allowsInstitutions() {
        let bank =
            #"{"id": "b", "name": "B", "kind": "bank", "country": "FR", "timeZone": "Europe/Paris", "channels": [{"channel": "bank-card-block", "endpoints": [{"kind": "tel", "value": "+33892705705", "cost": "premium"}], "source": \#(SmallDirectory.source)}]}"#
        let text = SmallDirectory.text.replacing(
            #""institutions": []"#, with: "\"institutions\": [\(bank)]")

        #expect(DirectoryReader().check(text.bytes).isEmpty)
    }

    @Test("Distrusted hosts are read strictly")
    func readsHosts() {
        func check(_ host: String, _ rest: String = "") -> [String] {
            let entry =
                #"{"host": "\#(host)", "kind": "paid-relay", "source": \#(SmallDirectory.source)\#(rest)}"#
            let text = SmallDirectory.text.replacing(
                #""closed": []"#, with: "\"closed\": [], \"distrusted\": [\(entry), \(entry)]")
            return DirectoryReader().check(text.bytes).map { "\($0.code.rawValue) \($0.pointer)" }
        }

        #expect(check("relay.example") == ["duplicate-entry /distrusted/1/host"])
        #expect(check("Relay.example").first == "malformed-value /distrusted/0/host")
        #expect(check("https://relay.example").first == "malformed-value /distrusted/0/host")
        #expect(check("relay.example", #", "why": "x""#).first == "unknown-key /distrusted/0/why")
    }
}

@Suite("What the check warns of")
struct DirectoryLintTests {
    static let table: [(change: (String, String), lint: DirectoryLint, pointer: String)] = [
        (
            (#""+33123456789""#, #""+33870000000""#), .unknownNumberRange,
            "/merchants/0/channels/0/endpoints/0/value"
        ),
        (
            (#""+33123456789"}"#, #""+33123456789", "cost": "free"}"#), .callCost,
            "/merchants/0/channels/0/endpoints/0/value"
        ),
        (
            (#""+33123456789"}"#, #""+33805101420", "cost": "normal-call"}"#), .callCost,
            "/merchants/0/channels/0/endpoints/0/value"
        ),
        (
            (
                #""kind": "tel", "value": "+33123456789""#,
                #""kind": "post", "value": ["A", "B", "5900 LILLE"]"#
            ),
            .addressTown, "/merchants/0/channels/0/endpoints/0/value"
        ),
        (
            (
                #""name": "Boutique Exemple SAS","#,
                #""name": "B", "seatCountry": "FR", "seatAddress": ["B", "1 RUE X", "FRANCE"],"#
            ), .addressTown, "/merchants/0/legal/seatAddress"
        ),
        ((#""Mo-Fr 09:00-17:00""#, #""Mo-Su off""#), .neverOpen, "/merchants/0/channels/0/hours"),
        (
            (
                #""kind": "tel", "value": "+33123456789""#,
                #""kind": "url", "value": "https://b0utique.example/""#
            ),
            .otherDomain, "/merchants/0/channels/0/endpoints/0/value"
        ),
        (
            (
                #""hours": "Mo-Fr 09:00-17:00""#,
                #""conditions": [{"rule": "blocks", "channel": "bank-chargeback"}]"#
            ), .nobodyOffers, "/merchants/0/channels/0/conditions/0/channel"
        ),
        (
            (
                #""closed": []"#,
                #""closed": [{"id": "odr", "since": "2020-01-01", "successor": ["ecc-net"], "source": \#(SmallDirectory.source)}]"#
            ), .nobodyOffers, "/closed/0/successor/0"
        ),
    ]

    @Test("Each thing to look at again is found with its place, and is no fault", arguments: table.indices)
    func warns(_ index: Int) throws {
        let (change, lint, pointer) = Self.table[index]
        let text = SmallDirectory.text.replacing(change.0, with: change.1)
        let inspection = DirectoryReader().inspect(text.bytes)

        #expect(text != SmallDirectory.text)
        #expect(inspection.faults.isEmpty)
        #expect(inspection.warnings.map(\.lint) == [lint], "\(inspection.warnings)")
        #expect(inspection.warnings.map(\.pointer) == [pointer])
        #expect(throws: Never.self) { try DirectoryReader().read(text.bytes) }
    }

    @Test("Every warning has a test and a place in the page")
    func isDocumented() throws {
        let page = try DocumentationTests.page("directory-format.md")

        #expect(Set(Self.table.map(\.lint)) == Set(DirectoryLint.allCases))
        #expect(DirectoryLint.allCases.filter { !page.contains("`\($0.rawValue)`") } == [])
    }

    @Test("The shipped directory and the small one give no warning")
    func staysSilent() {
        #expect(DirectoryReader().inspect(TestDirectory.bytes).warnings == [])
        #expect(DirectoryReader().inspect(SmallDirectory.text.bytes).warnings == [])
    }

    @Test("What the law offers, and what the directory below offers, may be named")
    func knowsOthers() throws {
        let law = SmallDirectory.text.replacingRule(#"{"rule": "blocks", "channel": "mediator"}"#)
        let base = SmallDirectory.text.replacingRule(#"{"rule": "blocks", "channel": "bank-chargeback"}"#)

        #expect(DirectoryReader().inspect(law.bytes).warnings == [])
        #expect(DirectoryReader().inspect(base.bytes, over: try TestDirectory.loaded()).warnings == [])
    }
}
