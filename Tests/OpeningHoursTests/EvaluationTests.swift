import CivilCalendar
import OpeningHours
import Testing

@Suite("Evaluation")
struct EvaluationTests {
    /// Expression, first day, and one drawing for each day from it on.
    static let rows: [(String, String, [String])] = [
        ("24/7", "2026-11-23", ["########################"]),
        (
            "Mo-Fr 09:00-12:00,14:00-18:00", "2026-11-20",
            [".........###..####......", "........................"]
        ),
        (
            "Fr-Mo 10:00-12:00", "2026-11-22",
            ["..........##............", "..........##............", "........................"]
        ),
        ("Fr 22:00-04:00", "2026-11-20", ["......................##", "####...................."]),
        ("Fr 22:00-28:00", "2026-11-20", ["......................##", "####...................."]),
        (
            "Th 22:00-04:00; Fr 10:00-12:00", "2026-11-19",
            ["......................##", "..........##............"]
        ),
        (
            "Th 22:00-04:00, Fr 10:00-12:00", "2026-11-19",
            ["......................##", "####......##............"]
        ),
        (
            "Su-Th 10:00-24:00; Fr,Sa 10:00-01:00", "2026-11-21",
            ["#.........##############", "#.........##############"]
        ),
        ("Fr 22:00-04:00; Sa off", "2026-11-20", ["......................##", "........................"]),
        ("Mo 22:00-22:00", "2026-11-23", ["......................##", "######################.."]),
        (
            "Mo-Su 09:00-18:00; We off", "2026-11-24",
            [".........#########......", "........................"]
        ),
        ("Mo-Su 09:00-18:00; 12:00-14:00 off", "2026-11-24", [".........###..####......"]),
        ("off; Mo 09:00-18:00", "2026-11-23", [".........#########......", "........................"]),
        ("Mo-Fr 09:00-12:00 || \"call\"", "2026-11-23", ["?????????###????????????"]),
        ("Mo 09:00-12:00 || Mo 10:00-14:00 unknown", "2026-11-23", [".........###??.........."]),
        ("Mo-Fr 09:00-18:00; We 10:00-12:00 unknown", "2026-11-25", ["..........??............"]),
        ("Mo-Fr 09:00-18:00, We 10:00-12:00 unknown", "2026-11-25", [".........#??######......"]),
        ("Mo[1] 10:00-12:00", "2026-12-07", ["..........##............", "........................"]),
        ("Mo[-1] 10:00-12:00", "2026-11-30", ["..........##............"]),
        ("Mo[1] -1 day 10:00-12:00", "2026-12-06", ["..........##............", "........................"]),
        ("Su[5] 10:00-12:00", "2026-11-29", ["..........##............"]),
        ("Dec 24-Jan 02 off; Mo-Su 10:00-12:00", "2027-01-01", ["..........##............"]),
        (
            "Mo-Su 10:00-12:00; Dec 24-Jan 02 off", "2027-01-02",
            ["........................", "..........##............"]
        ),
        (
            "2026 Dec 24-Jan 02 10:00-12:00", "2027-01-02",
            ["..........##............", "........................"]
        ),
        ("2026 Dec 24-Jan 02 10:00-12:00", "2026-01-02", ["........................"]),
        ("Nov-Feb 10:00-12:00", "2027-02-28", ["..........##............", "........................"]),
        ("Feb 29 10:00-12:00", "2027-02-28", ["........................", "........................"]),
        ("Feb 29 10:00-12:00", "2028-02-29", ["..........##............"]),
        ("Feb 20-29 10:00-12:00", "2027-02-28", ["..........##............", "........................"]),
        (
            "Feb 29-Mar 02 10:00-12:00", "2027-02-28",
            ["........................", "..........##............"]
        ),
        ("week 53 10:00-12:00", "2027-01-03", ["..........##............", "........................"]),
        ("week 01 10:00-12:00", "2024-12-30", ["..........##............"]),
        ("week 01-53/2 10:00-12:00", "2027-01-03", ["..........##............", "..........##............"]),
        ("week 50-02 10:00-12:00", "2027-01-17", ["..........##............", "........................"]),
        ("2026-2030/2 10:00-12:00", "2027-12-31", ["........................", "..........##............"]),
        ("2027+ 10:00-12:00", "2026-12-31", ["........................", "..........##............"]),
        ("2026 22:00-04:00", "2026-12-31", ["####..................##", "####...................."]),
        ("easter 10:00-12:00", "2026-04-05", ["..........##............", "........................"]),
        (
            "easter -2 days-easter 10:00-12:00", "2026-04-03",
            [
                "..........##............", "..........##............", "..........##............",
                "........................",
            ]
        ),
        ("easter -Su 10:00-12:00", "2026-03-29", ["..........##............"]),
        (
            "Mar Su[-1]-Oct Su[-1] 10:00-12:00", "2026-10-25",
            ["..........##............", "........................"]
        ),
        ("Dec 25+Mo 10:00-12:00", "2026-12-28", ["..........##............"]),
        ("Dec 30+ 10:00-12:00", "2026-12-31", ["..........##............", "........................"]),
        ("2026 Dec 30+ 10:00-12:00", "2027-01-01", ["..........##............"]),
        ("Apr 10-30/3 10:00-12:00", "2026-04-12", ["........................", "..........##............"]),
        (
            "Mo-Sa 06:00-24:00; Su 10:00-19:00; PH off", "2026-12-25",
            ["........................", "......##################"]
        ),
        (
            "Mo-Sa 06:00-24:00; Su 10:00-19:00; PH unknown", "2026-12-25",
            ["????????????????????????", "......##################"]
        ),
        ("PH off; Mo-Fr 10:00-12:00", "2026-05-01", ["..........##............"]),
        ("Mo-Fr 10:00-12:00", "2026-12-25", ["..........##............"]),
        ("PH Mo-Fr 10:00-12:00", "2026-12-25", ["..........##............"]),
        ("PH Mo-Th 10:00-12:00", "2026-12-25", ["........................"]),
        (
            "Sa,PH 10:00-12:00", "2026-12-25",
            ["..........##............", "..........##............", "........................"]
        ),
        ("PH -1 day 10:00-12:00", "2026-12-31", ["..........##............", "........................"]),
        ("PH +1 day 10:00-12:00", "2027-01-02", ["..........##............"]),
        ("Mo 16:00+", "2026-11-23", ["................++++++++", "........................"]),
        ("Mo 18:00+", "2026-11-23", ["..................++++++", "++++...................."]),
        ("Mo 10:00-22:00+", "2026-11-23", ["..........############++", "++++++.................."]),
        ("Mo 10:00-16:00+ off", "2026-11-23", ["........................"]),
        ("\"a comment alone\"", "2026-11-23", ["????????????????????????"]),
        ("Mo 10:00-36:00", "2026-11-23", ["..........##############", "############............"]),
    ]

    @Test("the drawn days are what the expression says", arguments: rows)
    func drawings(text: String, first: String, days: [String]) throws {
        let evaluator = try Sample.evaluator(text)
        let zone = try Sample.zone("Europe/Paris")
        let first = try #require(CivilDay(first))

        let drawn = days.indices.map { evaluator.drawing(of: first.adding(days: $0), zone: zone) }

        #expect(drawn == days)
    }

    @Test("without a calendar, only what holidays can change is unknown")
    func undetermined() throws {
        let schedule = try Schedule(parsing: "Mo-Fr 10:00-18:00; PH off; PH 12:00-14:00 open")
        let zone = try Sample.zone("Europe/Paris")
        let evaluator = Evaluator(schedule, in: Place(timeZone: zone))

        let drawn = evaluator.drawing(of: try #require(CivilDay("2026-11-23")), zone: zone)
        let sunday = evaluator.drawing(of: try #require(CivilDay("2026-11-22")), zone: zone)

        #expect(drawn == "..........??##????......")
        #expect(sunday == "............??..........")
        let noon = try Instant(parsing: "2026-11-23T15:00+01:00")
        #expect(evaluator.status(at: noon).state == .unknown(.holidayCalendarMissing))
        #expect(evaluator.explain(at: noon).outcomes == [.won, .holidayUnknown, .holidayUnknown])
    }

    @Test("a night before an unknown holiday keeps its own doubt")
    func undeterminedNight() throws {
        let schedule = try Schedule(parsing: "PH 22:00-04:00")
        let evaluator = Evaluator(schedule, in: Place(timeZone: .utc))

        let drawn = evaluator.drawing(of: try #require(CivilDay("2026-11-23")), zone: .utc)

        #expect(drawn == "????..................??")
    }

    @Test("status tells state, comment, rule and the next change of state")
    func status() throws {
        let evaluator = try Sample.evaluator("Mo-Fr 09:00-12:00; Mo 10:00-11:00 open \"desk\"; Sa \"call\"")
        let zone = try Sample.zone("Europe/Paris")

        let monday = evaluator.status(at: try Instant(parsing: "2026-11-23T10:30+01:00"))
        let friday = evaluator.status(at: try Instant(parsing: "2026-11-27T12:00+01:00"))
        let saturday = evaluator.status(at: try Instant(parsing: "2026-11-28T12:00+01:00"))

        #expect(monday.state == .open && monday.comment == "desk" && monday.ruleIndex == 1)
        #expect(monday.until.map(zone.text) == "2026-11-23T11:00:00+01:00")
        #expect(friday.state == .closed && friday.comment == nil && friday.ruleIndex == nil)
        #expect(friday.until.map(zone.text) == "2026-11-28T00:00:00+01:00")
        #expect(saturday.state == .unknown(.declared) && saturday.comment == "call")
        #expect(!evaluator.isOpen(at: try Instant(parsing: "2026-11-28T12:00+01:00")))
    }

    @Test(
        "the next change and the next opening",
        arguments: [
            ("24/7", "2026-11-23T10:00Z", nil, "2026-11-23T11:00:00+01:00"),
            ("off", "2026-11-23T10:00Z", nil, nil),
            ("2020 Mo-Fr 10:00-12:00", "2026-11-23T10:00Z", nil, nil),
            ("Mo 10:00-12:00", "2026-11-23T11:00Z", "2026-11-30T10:00:00+01:00", "2026-11-30T10:00:00+01:00"),
            (
                "Feb 29 10:00-12:00", "2096-03-01T00:00Z", "2104-02-29T10:00:00+01:00",
                "2104-02-29T10:00:00+01:00"
            ),
            ("Mo unknown", "2026-11-23T10:00Z", "2026-11-24T00:00:00+01:00", nil),
            ("Mo-Su 00:00-24:00", "2026-11-23T10:00Z", nil, "2026-11-23T11:00:00+01:00"),
            (
                "2030 Jan 01 10:00-12:00", "2026-11-23T10:00Z", "2030-01-01T10:00:00+01:00",
                "2030-01-01T10:00:00+01:00"
            ),
            (
                "2098 Jan 01 10:00-12:00", "2026-11-23T10:00Z", "2098-01-01T10:00:00+01:00",
                "2098-01-01T10:00:00+01:00"
            ),
            (
                "Mo-Fr 09:00-17:00; PH off", "2026-12-24T16:00Z", "2026-12-28T09:00:00+01:00",
                "2026-12-28T09:00:00+01:00"
            ),
        ] as [(String, String, String?, String?)])
    func changes(text: String, from: String, change: String?, opening: String?) throws {
        let evaluator = try Sample.evaluator(text)
        let zone = try Sample.zone("Europe/Paris")
        let moment = try Instant(parsing: from)

        #expect(evaluator.nextChange(after: moment).map(zone.text) == change)
        #expect(evaluator.nextOpening(onOrAfter: moment).map(zone.text) == opening)
    }

    @Test("another comment is a change of any kind, not of state")
    func commentChange() throws {
        let evaluator = try Sample.evaluator("Mo 09:00-12:00 open \"a\", Mo 12:00-14:00 open \"b\"")
        let zone = try Sample.zone("Europe/Paris")
        let moment = try Instant(parsing: "2026-11-23T10:00+01:00")

        #expect(evaluator.nextChange(after: moment).map(zone.text) == "2026-11-23T14:00:00+01:00")
        #expect(evaluator.nextChange(after: moment, of: .any).map(zone.text) == "2026-11-23T12:00:00+01:00")
    }

    @Test("durations add up")
    func durations() throws {
        let evaluator = try Sample.evaluator("Mo-Fr 09:00-12:00,14:00-18:00; Sa unknown")
        let week = try Instant(parsing: "2026-11-23T00:00+01:00")..<Instant(parsing: "2026-11-30T00:00+01:00")

        #expect(evaluator.duration(of: .open, in: week) == .seconds(35 * 3600))
        #expect(evaluator.duration(of: .unknown(.declared), in: week) == .seconds(24 * 3600))
        #expect(evaluator.duration(of: .closed, in: week) == .seconds((168 - 59) * 3600))
    }

    @Test(
        "an explanation says what became of each rule",
        arguments: [
            (
                "Mo-Fr 09:00-18:00; PH off; 12:00-13:00 off", "2026-11-23T12:30+01:00",
                [.overridden(byRule: 2), .otherDay, .won]
            ),
            (
                "Mo-Fr 09:00-18:00; Mo 10:00-12:00", "2026-11-23T14:00+01:00",
                [.replaced(byRule: 1), .otherTime]
            ),
            ("Mo 09:00-12:00 || \"call\"", "2026-11-23T10:00+01:00", [.won, .notNeeded]),
            ("Mo 09:00-12:00 || \"call\"", "2026-11-23T13:00+01:00", [.otherTime, .won]),
            ("Su 22:00-04:00", "2026-11-23T03:00+01:00", [.won]),
        ] as [(String, String, [Explanation.Outcome])])
    func explanations(text: String, moment: String, outcomes: [Explanation.Outcome]) throws {
        let explanation = try Sample.evaluator(text).explain(at: try Instant(parsing: moment))

        #expect(explanation.outcomes == outcomes)
    }
}
