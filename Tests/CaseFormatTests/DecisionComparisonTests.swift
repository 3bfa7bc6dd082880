import CaseFormat
import CivilCalendar
import ContactRouting
import Digests
import Foundation
import Testing

@Suite("Comparing two decisions")
struct DecisionComparisonTests {
    typealias Object = [String: Any]

    private static let damaged =
        #"{"merchant":"amazon-fr","seller":{"type":"first-party"},"issue":{"kind":"item-damaged"},"order":{"deliveredOn":"2026-11-23"},"consumer":{"hasAccount":true},"preferences":{"askedChannel":"mediator"}}"#

    let decided: Decided

    init() throws { decided = try Decided(Self.damaged, at: "2026-11-24T15:00:00+01:00") }

    /// The decision compared with itself as it would have been before an edit.
    func compared(
        stamp: DecisionStamp? = nil, _ edit: (inout Object) throws -> Void = { _ in }
    ) throws -> DecisionComparison {
        let bytes = DecisionWriter().json(
            decided.decision, of: decided.facts, stamp: stamp ?? decided.stamp)
        var object = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? Object)
        try edit(&object)
        let recorded = try DecisionReader().read(Array(try JSONSerialization.data(withJSONObject: object)))
        return try DecisionComparison(
            recorded, today: decided.decision, of: decided.facts, stamp: decided.stamp)
    }

    /// Edits the entry of a channel in `usable` or `refused`.
    static func edit(
        _ list: String, _ channel: String, in decision: inout Object, _ body: (inout Object) throws -> Void
    ) throws {
        var entries = try #require(decision[list] as? [Object])
        let place = try #require(entries.firstIndex { $0["channel"] as? String == channel })
        try body(&entries[place])
        decision[list] = entries
    }

    var refused: RefusedChannel {
        get throws { try #require(decided.decision.refused.first { $0.channel == .mediator }) }
    }

    /// A usable channel that is not the best.
    var second: String {
        get throws { try #require(decided.decision.usable.dropFirst().first).channel.text }
    }

    static let earlier = "2026-11-20T09:00:00+01:00"

    @Test("The same decision has no change and no cause")
    func same() throws {
        let comparison = try compared()

        #expect(comparison.changes.isEmpty)
        #expect(comparison.causes.isEmpty)
        #expect(comparison.recorded == comparison.today)
    }

    @Test("Another outcome is told with both sides")
    func outcome() throws {
        let best = try #require(decided.decision.best).channel
        let comparison = try compared {
            $0["outcome"] = "wait"
            $0["best"] = NSNull()
            $0["waitUntil"] = Self.earlier
        }

        let until = try Instant(parsing: Self.earlier)
        #expect(
            comparison.changes.map(\.subject) == [.outcome(from: .wait(until: until), to: .contact(best))])
    }

    @Test("A channel that was usable and is refused: the verdict, and every objection that came")
    func verdict() throws {
        let refused = try refused
        let comparison = try compared { decision in
            let lists = try #require(decision["refused"] as? [Object])
            decision["refused"] = lists.filter { $0["channel"] as? String != "mediator" }
            var usable = try #require(decision["usable"] as? [Object])
            var entry = try #require(usable.last)
            entry["channel"] = "mediator"
            usable.append(entry)
            decision["usable"] = usable
        }

        let subjects = comparison.changes.map(\.subject)
        #expect(subjects.first == .verdict(.mediator, isUsable: false))
        #expect(subjects.count == 1 + refused.objections.count)
        for subject in subjects.dropFirst() {
            guard case .objection(.mediator, nil, .some) = subject else {
                Issue.record("\(subject)")
                continue
            }
        }
    }

    @Test("A score names the terms that differ, absent ones as 0")
    func score() throws {
        let name = try second
        let comparison = try compared {
            try Self.edit("usable", name, in: &$0) { entry in
                var terms = try #require(entry["terms"] as? [Object])
                let points = try #require(terms.removeLast()["points"] as? Int)
                let score = try #require(entry["score"] as? Int)
                terms.append(["name": "old-term", "points": 7])
                entry["terms"] = terms
                entry["score"] = score - points + 7
            }
        }

        let subject = try #require(comparison.changes.first?.subject)
        guard case .score(let channel, let score) = subject else {
            Issue.record("\(subject)")
            return
        }
        #expect(comparison.changes.count == 1)
        #expect(channel.text == name)
        #expect(score.terms.count == 2)
        #expect(score.terms.first?.name.text == "old-term")
        #expect(score.terms.first?.from == 7 && score.terms.first?.to == 0)
        #expect(score.terms.last?.from == 0)
    }

    @Test("An objection that has gone, one that came, and one that ends at another moment")
    func objections() throws {
        let code = try refused.objections[0].code.rawValue
        let gone = try compared {
            try Self.edit("refused", "mediator", in: &$0) { entry in
                let objections = try #require(entry["objections"] as? [Object])
                entry["objections"] = objections + [["code": "unsafe", "source": "editorial"]]
            }
        }
        let came = try compared {
            try Self.edit("refused", "mediator", in: &$0) {
                $0["objections"] = [["code": "unsafe", "source": "editorial"]]
            }
        }
        let moved = try compared {
            try Self.edit("refused", "mediator", in: &$0) { entry in
                var objections = try #require(entry["objections"] as? [Object])
                objections[0]["usableFrom"] = Self.earlier
                entry["objections"] = objections
                entry["usableFrom"] = Self.earlier
            }
        }

        guard case .objection(.mediator, let old?, nil) = gone.changes.first?.subject else {
            Issue.record("\(gone.changes)")
            return
        }
        #expect(old.code.text == "unsafe")
        #expect(gone.changes.count == 1)
        guard case .objection(.mediator, nil, let new?) = came.changes.first?.subject else {
            Issue.record("\(came.changes)")
            return
        }
        #expect(new.code.text == code)
        guard case .objection(.mediator, let before?, let after?) = moved.changes.first?.subject else {
            Issue.record("\(moved.changes)")
            return
        }
        #expect(before.code == after.code)
        #expect(before.usableFrom == (try Instant(parsing: Self.earlier)))
        #expect(moved.changes.count == 2)
        guard case .usableFrom(.mediator, _?, _) = moved.changes.last?.subject else {
            Issue.record("\(moved.changes)")
            return
        }
    }

    @Test("Of several objections of one code each finds the closest: equal, about the same, of the same code")
    func pairs() throws {
        let objections = try refused.objections
        let comparison = try compared {
            try Self.edit("refused", "mediator", in: &$0) { entry in
                let now = try #require(entry["objections"] as? [Object])
                let code = try #require(now[0]["code"] as? String)
                let other: Object = ["code": code, "source": "editorial", "channel": "fax"]
                entry["objections"] = [other] + now
            }
        }

        #expect(comparison.changes.count == 1)
        guard case .objection(.mediator, let old?, nil) = comparison.changes.first?.subject else {
            Issue.record("\(comparison.changes)")
            return
        }
        #expect(old.code.text == objections[0].code.rawValue)
        #expect(old.about == .channel(try ChannelName(parsing: "fax")))
    }

    @Test("A channel that came, and one that has gone")
    func channels() throws {
        let comparison = try compared {
            try Self.edit("refused", "mediator", in: &$0) { $0["channel"] = "fax" }
        }

        let subjects = comparison.changes.map(\.subject)
        guard subjects.count == 2, case .channel(.mediator, nil, .refused) = subjects[0],
            case .channel(let gone, .refused, nil) = subjects[1]
        else {
            Issue.record("\(subjects)")
            return
        }
        #expect(gone.text == "fax")
    }

    @Test("Hours and everything else that is said of a usable channel")
    func details() throws {
        let name = try second
        let comparison = try compared {
            try Self.edit("usable", name, in: &$0) {
                $0["availability"] = ["state": "open", "until": Self.earlier]
                $0["evidence"] = "opposable-twice"
                $0["endpoints"] = [["kind": "url", "value": "https://old.example/", "for": NSNull()]]
            }
        }

        let channel = try ChannelName(parsing: name)
        let subjects = comparison.changes.map(\.subject)
        guard subjects.count == 2, case .availability(channel, let old, _) = subjects[0] else {
            Issue.record("\(subjects)")
            return
        }
        #expect(old.until == (try Instant(parsing: Self.earlier)))
        #expect(subjects[1] == .details(channel, [.evidence, .endpoints]))
    }

    @Test("A time limit that moved, one that came, one that has gone")
    func deadlines() throws {
        let rights = decided.decision.deadlines.map(\.right.rawValue)
        let comparison = try compared {
            var deadlines = try #require($0["deadlines"] as? [Object])
            deadlines[0]["lastDay"] = "2020-02-29"
            deadlines[1]["right"] = "old-right"
            $0["deadlines"] = deadlines
        }

        let sides: [[String?]] = comparison.changes.map { change in
            guard case .deadline(let old, let new) = change.subject else { return ["?"] }
            return [old?.right.text, new?.right.text]
        }
        #expect(sides == [[rights[0], rights[0]], [nil, rights[1]], ["old-right", nil]])
    }

    @Test("What comes next, and the answer about the channel that was asked for")
    func nextAndAsked() throws {
        let comparison = try compared {
            $0["next"] = [["channel": "chat", "notBefore": Self.earlier]]
            $0["asked"] = ["channel": "mediator", "answer": "yes", "usableFrom": NSNull(), "since": NSNull()]
        }

        #expect(comparison.changes.count == 2)
        guard case .next(let old, _) = comparison.changes[0].subject,
            case .asked(let before?, let after?) = comparison.changes[1].subject
        else {
            Issue.record("\(comparison.changes)")
            return
        }
        #expect(old.map(\.channel) == [.chat])
        #expect(before.answer.text == "yes" && after.answer.text != "yes")
    }

    // MARK: Causes

    @Test("Each digest and the version name their cause, alone and together")
    func causes() throws {
        let other = try SHA256.digest(of: "another one")
        let edits: [(DecisionInput, (inout DecisionStamp) -> Void)] = [
            (.caseFile, { $0.caseDigest = other }), (.directory, { $0.directoryDigest = other }),
            (.rules, { $0.rulesDigest = other }), (.program, { $0.program = "0.0.9" }),
        ]

        for chosen in 0..<16 {
            var stamp = decided.stamp
            let picked = edits.enumerated().filter { chosen & (1 << $0.offset) != 0 }.map(\.element)
            for (_, edit) in picked { edit(&stamp) }
            #expect(try compared(stamp: stamp).causes == picked.map(\.0))
        }
    }

    @Test("With another directory a change names its sources and when they were checked; else none")
    func sources() throws {
        let name = try second
        func changed(_ stamp: DecisionStamp) throws -> DecisionChange {
            let comparison = try compared(stamp: stamp) {
                try Self.edit("usable", name, in: &$0) { $0["evidence"] = "other" }
            }
            return try #require(comparison.changes.first)
        }
        var stamp = decided.stamp
        stamp.directoryDigest = try SHA256.digest(of: "another one")
        let entry = try #require(decided.decision.usable.first { $0.channel.text == name }).offer.entry

        #expect(try changed(stamp).sources.first == entry.source)
        #expect(try changed(decided.stamp).sources.isEmpty)
    }
}
