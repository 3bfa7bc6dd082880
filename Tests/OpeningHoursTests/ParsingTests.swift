import OpeningHours
import TestSupport
import Testing

@Suite("Parsing")
struct ParsingTests {
    @Test(
        "canonical text is printed as it was read",
        arguments: [
            "24/7", "Mo-Fr 09:00-12:00,14:00-18:00", "Mo-Sa 06:00-24:00; Su 10:00-19:00; PH off",
            "Fr-Mo 22:00-02:00",
            "Mo[1,-1] 10:00-12:00", "Su[2] +1 day off", "PH Mo-Fr 10:00-12:00", "Mo-Fr,PH 10:00-12:00",
            "Dec 24-26 off", "2026 Dec 24-Jan 02 off", "Nov-Feb Mo-Fr 10:00-16:00",
            "easter -2 days-easter +1 day off",
            "Mar Su[-1]-Oct Su[-1] 10:00-20:00", "Oct: Su[1] 10:00-12:00", "Oct Su[1] 10:00-12:00",
            "week 01-53/2 Mo 10:00-12:00", "2026+ 10:00-12:00", "2020-2030/2 Sa 10:00-12:00",
            "2026,2028 Jan off",
            "Mo 10:00-12:00 \"by appointment\"", "open \"ring twice\"", "unknown \"call first\"", "off",
            "Mo 10:00-12:00 || \"call first\"", "Mo 18:00+", "Mo 10:00-18:00+", "Mo 22:00-22:00",
            "Mo 10:00-36:00",
            "SH,PH off", "PH -1 day 10:00-12:00", "Jan 05+ off", "\"in summer\": Mo 10:00-12:00",
            "Dec 25-Su 10:00-12:00", "2026 Dec 24-2027 Jan 02 off", "Apr 10-30/3 10:00-12:00", "SH Mo-Fr off",
            "sunrise-sunset", "Mo (sunrise-00:30)-(sunset+01:00)", "Mo dawn+", "Fr 22:00-sunrise",
            "dusk-02:00",
            "Mo-Fr 08:00-12:00, We 14:00-18:00", "Mo 10:00-12:00 open \"a; b, c || d\"",
            "2026 Jan Th[-1],Apr Fr[1]+Tu off", "Jan Su[1],2027 Mar Su[-1] +2 days,easter off",
        ])
    func canonical(text: String) throws {
        let printed = try Schedule(parsing: text).description

        let expected =
            text == "Mo 10:00-12:00 \"by appointment\""
            ? "Mo 10:00-12:00 unknown \"by appointment\""
            : text == "Mo 10:00-12:00 || \"call first\"" ? "Mo 10:00-12:00 || unknown \"call first\"" : text
        #expect(printed == expected)
        #expect(try Schedule(parsing: printed).description == printed)
    }

    @Test(
        "other spellings of the same mean the same",
        arguments: [
            ("Mo-Fr 10:00-26:00", "Mo-Fr 10:00-02:00"), ("Mo closed", "Mo off"), ("Mo:10:00-12:00", nil),
            ("2026: Mo 10:00-12:00", "2026 Mo 10:00-12:00"), ("Mo   10:00 - 12:00", "Mo 10:00-12:00"),
            ("Mo,PH,Tu 10:00-12:00", "Mo,Tu,PH 10:00-12:00"),
            ("Mo[1-3] 10:00-12:00", "Mo[1,2,3] 10:00-12:00"),
            ("Dec 24-Dec 26 off", "Dec 24-26 off"), ("2026/2 10:00-12:00", "2026-9999/2 10:00-12:00"),
            ("2026-2026 Jan Mo off", "2026-2026 Jan Mo off"), ("week 20-20/5 off", "week 20 off"),
            ("Mo 00:00-00:00", "Mo 00:00-24:00"),
            ("Mo 10:00-12:00, 14:00-18:00", "Mo 10:00-12:00,14:00-18:00"),
            ("Mo off;Tu off||We off", "Mo off; Tu off || We off"), ("PH +1 days off", "PH +1 day off"),
            ("10:00-16:00/01:30", "10:00-16:00/90"), ("(sunrise+00:00)-12:00", "sunrise-12:00"),
        ] as [(String, String?)])
    func spellings(text: String, canonical: String?) throws {
        #expect(Schedule(text)?.description == canonical)
    }

    @Test(
        "what is wrong is an error with its place",
        arguments: [
            ("", .empty, 0..<0), ("  ", .empty, 2..<2), (";", .danglingSeparator, 0..<1),
            ("Mo 10:00-12:00;", .danglingSeparator, 14..<15), ("Mo off;;Tu off", .danglingSeparator, 6..<7),
            ("Mo 10:00-12:00 ||", .danglingSeparator, 15..<17), ("Feb 30 off", .impossibleDate, 4..<6),
            ("2027 Feb 29 off", .impossibleDate, 9..<11), ("Apr 31 off", .impossibleDate, 4..<6),
            ("Ph off", .notCanonical, 0..<2), ("Mo 9:00-12:00", .notCanonical, 3..<7),
            ("Mo 09:00–12:00", .notCanonical, 8..<11),
            ("Mon 10:00-12:00", .notCanonical, 0..<3), ("Jan 1 off", .notCanonical, 4..<5),
            ("di off", .ambiguousWord, 0..<2),
            ("Mo 25:00-26:00", .outOfRange, 3..<8), ("Mo 10:00-48:01", .outOfRange, 9..<14),
            ("Mo 10:60-12:00", .outOfRange, 3..<8), ("Mo 10:00", .pointInTimeUnsupported, 3..<8),
            ("Mo 10:00-12:00/30", .pointInTimeUnsupported, 14..<15),
            ("Mo 10:00-(sunset)", .unexpected, 16..<17), ("Mo (sunset+25:00)-12:00", .outOfRange, 11..<16),
            ("week 54 off", .outOfRange, 5..<7),
            ("Mo[6] off", .outOfRange, 3..<4), ("Mo[3-2] off", .reversedRange, 3..<6),
            ("2027-2026 off", .reversedRange, 0..<9),
            ("Dec 26-24 off", .reversedRange, 7..<9), ("Dec 24-2027 Jan 02 off", .missingYear, 0..<18),
            ("2027 Dec 24-2026 Jan 02 off", .reversedRange, 0..<23), ("Mo \"a", .unterminatedComment, 3..<5),
            ("Mo-Fr 08:00-13:00; 14:00-18:00", .ruleWithoutDaysOverrides, 17..<30),
            ("Mo-Fr, 10:00-12:00", .unexpected, 7..<12),
            ("Mo 10:00-12:00,Tu 10:00-12:00", .notCanonical, 14..<15),
            ("Mo 10:00-12:00 Tu", .unexpected, 15..<17),
            ("abc", .unknownWord, 0..<3), ("Mo €", .unknownWord, 3..<6),
            ("Mo @", .unexpectedCharacter, 3..<4),
            ("Mo 10:00-12:00 off off", .unexpected, 19..<22), ("PH +400 days off", .outOfRange, 4..<7),
            ("12345 off", .outOfRange, 0..<5), ("0000 off", .outOfRange, 0..<4), ("Mo-", .unexpected, 3..<3),
            ("2020-2030/0 off", .outOfRange, 10..<11), ("Dec 25,26 off", .notCanonical, 7..<7),
        ] as [(String, ParseError.Code, Range<Int>)])
    func errors(text: String, code: ParseError.Code, range: Range<Int>) {
        let error = #expect(throws: ParseError.self) { try Schedule(parsing: text) }

        #expect(error?.code == code)
        #expect(error?.range == range)
    }

    @Test(
        "points in time are part of the language when asked for",
        arguments: [
            "Mo-Fr 10:00", "10:00-16:00/90", "sunrise", "Mo 08:00,12:00,18:00-20:00", "22:00-02:00/15",
        ])
    func points(text: String) throws {
        #expect(throws: ParseError.self) { try Schedule(parsing: text) }
        #expect(try Schedule(parsing: text, points: true).description == text)
    }

    @Test(
        "the n-th weekday of a month is a date, but a comma and a weekday make it a list of weekdays",
        arguments: [
            ("Oct Su[1],Nov Su[1] off", 2, 0), ("Oct Su[1] -20 days,Nov 02 off", 2, 0),
            ("Oct Su[-1],easter off", 2, 0), ("Oct Su[1],We off", 1, 2), ("Oct Su[1,3] off", 1, 1),
            ("2025 Sep Fr[5] -20 days,Th[1,3] off", 1, 2), ("Oct Su[-1],PH off", 1, 1),
            ("Jan 05,Oct Su[1] +1 day,PH off", 2, 1), ("Oct Su[1],Nov Su[1],Mo off", 2, 2),
            ("Oct Su[1],2026 Nov off", 2, 0),
        ])
    func nthWeekdays(text: String, dates: Int, weekdays: Int) throws {
        let schedule = try Schedule(parsing: text)

        #expect(schedule.rules[0].selectors.dates.count == dates)
        #expect(schedule.rules[0].selectors.weekdays.count == weekdays)
        #expect(try Schedule(parsing: schedule.description) == schedule)
    }

    @Test("what has to go is said to be left out")
    func leaveOut() throws {
        let error = #expect(throws: ParseError.self) { try Schedule(parsing: "Mo off;") }
        let diagnostics = Schedule.parse("Tu, Th 08:00-13:00").diagnostics

        #expect(error?.description == "At byte 6, a rule is missing beside this separator. Leave it out.")
        #expect(
            diagnostics.map(\.description) == [
                "At byte 3, a space after the comma of a list of days looks like a new rule. Leave it out."
            ])
    }

    @Test("an error names line, column, and what to write")
    func errorText() {
        let error = #expect(throws: ParseError.self) { try Schedule(parsing: "Mo off;\nTu 9:00-12:00") }

        #expect(error?.line == 2)
        #expect(error?.column == 4)
        #expect(
            error?.description
                == "In line 2, column 4, this is not how the language writes it. Write \"09:00\".")
    }

    @Test(
        "lenient reading takes what people write and says each liberty",
        arguments: [
            ("Ph off", "PH off", [.letterCase]),
            ("mo-fr 9:00-12:00", "Mo-Fr 09:00-12:00", [.letterCase, .letterCase, .otherTime]),
            ("Mo 9am-5pm", "Mo 09:00-17:00", [.otherTime, .otherTime]),
            ("Mo 12 am-12 pm", "Mo 00:00-12:00", [.otherTime, .otherTime]),
            ("Mo 9h-17h30", "Mo 09:00-17:30", [.otherTime, .otherTime]),
            ("Mo 9-17", "Mo 09:00-17:00", [.otherTime, .otherTime]),
            ("Mo 09.30-12.00", "Mo 09:30-12:00", [.otherTime, .otherTime]),
            ("Mo–Fr 09:00—12:00", "Mo-Fr 09:00-12:00", [.otherDash, .otherDash]),
            ("Montag bis Freitag 09:00-12:00", "Mo-Fr 09:00-12:00", [.otherWord, .otherWord, .otherWord]),
            (
                "lundi, mercredi 09:00-12:00", "Mo,We 09:00-12:00",
                [.otherWord, .straySpaceInList, .otherWord]
            ),
            ("Mo 09:00-12:00;", "Mo 09:00-12:00", [.emptyRule]),
            (";;Mo off", "Mo off", [.emptyRule, .emptyRule]),
            ("Mo\u{A0}09:00-12:00", "Mo 09:00-12:00", [.otherSpace]),
            ("Jan 1 off", "Jan 01 off", [.missingZero]),
            ("Dec 25,26 off", "Dec 25,Dec 26 off", [.missingMonth]),
            ("So geschlossen", "Su off", [.otherWord, .otherWord]),
            ("Mo 10:00-12:00,Tu 10:00-12:00", "Mo 10:00-12:00, Tu 10:00-12:00", [.missingSpace]),
            ("8am-5:30 pm", "08:00-17:30", [.otherTime, .otherTime]),
            ("Mo 8 a.m.-5 P.M.", "Mo 08:00-17:00", [.otherTime, .otherTime]),
            ("Mo 9 h 30-17 h", "Mo 09:30-17:00", [.otherTime, .otherTime]),
            ("Mo 9 Uhr - 17:30 Uhr", "Mo 09:00-17:30", nil),
            ("24/24", "24/7", [.otherWord]), ("24h/24 7j/7", "24/7", nil),
            ("7j/7 9h-18h", "Mo-Su 09:00-18:00", [.otherWord, .otherWord, .otherTime, .otherTime]),
            ("7/7, 24/24", "24/7", [.otherWord, .otherWord]),
            ("Mo-Fr 24 hours", "Mo-Fr 00:00-24:00", [.otherWord, .otherWord]),
            ("dimanche fermé", "Su off", [.otherWord, .otherWord]),
            ("Lun, Mar., Jeu 9h-12h", "Mo,Tu,Th 09:00-12:00", nil),
            ("Mi., Do. 09:00-12:00", "We,Th 09:00-12:00", nil),
            ("Di, Mi 09:00-12:00", "Tu,We 09:00-12:00", nil),
            ("Lun Di 09:00-12:00", "Mo,Su 09:00-12:00", nil),
            ("Mo-Fr 09:00-18:00 Sa 09:00-12:00", "Mo-Fr 09:00-18:00; Sa 09:00-12:00", [.missingSeparator]),
            ("closed Su", "Su off", [.stateBeforeDays]),
            ("Mo off Tu off", "Mo off; Tu off", [.missingSeparator]),
            ("Mo-Fr 09:00-18:00, closed We", "Mo-Fr 09:00-18:00, We off", [.stateBeforeDays]),
            ("closed Jan 10:00-12:00", "Jan 10:00-12:00 off", [.stateBeforeDays]),
            ("Mo 20-2", "Mo 20:00-02:00", [.otherTime, .otherTime]),
            ("Mo-Fr: 09:00-18:00", "Mo-Fr 09:00-18:00", [.needlessColon]),
            ("du lundi au vendredi de 9h à 12h et de 14h à 18h", "Mo-Fr 09:00-12:00,14:00-18:00", nil),
            ("Tous les jours : 9h-minuit", "Mo-Su 09:00-24:00", nil),
            ("Täglich von 10 bis 18 Uhr", "Mo-Su 10:00-18:00", nil),
            ("Mo-Fr 0900-1800", "Mo-Fr 09:00-18:00", [.otherTime, .otherTime]),
            ("Mo 09:00-12:00 / 14:00-18:00", "Mo 09:00-12:00,14:00-18:00", [.otherSeparator]),
            ("Mo 09:00-12:00 / Tu 14:00-18:00", "Mo 09:00-12:00; Tu 14:00-18:00", [.otherSeparator]),
            (
                "Mo 09:00-12:00. Tu off.", "Mo 09:00-12:00; Tu off",
                [.otherSeparator, .otherSeparator, .emptyRule]
            ),
            ("Mo 09:00-12:00 “sur rdv”", "Mo 09:00-12:00 unknown \"sur rdv\"", [.otherQuote]),
            ("Mo 09:00-12:00 «sur rdv»", "Mo 09:00-12:00 unknown \"sur rdv\"", [.otherQuote]),
            ("jours fériés fermé", "PH off", [.otherWord, .otherWord]),
            ("Mo-Fr 09:00-18:00; public holidays closed", "Mo-Fr 09:00-18:00; PH off", [.otherWord]),
            ("2026 Nov-2027 Feb off", "2026 Nov 01-2027 Feb 28 off", [.missingDay]),
            ("Jan 15-Mar off", "Jan 15-Mar 31 off", [.missingDay]),
            ("Jan-Mar 15 off", "Jan 01-Mar 15 off", [.missingDay]),
            ("1er mai fermé", "May 01 off", [.dayFirst, .fillerWord, .otherWord, .otherWord]),
            ("mai 1er off", "May 01 off", [.otherWord, .missingZero, .fillerWord]),
            ("fermé le 25 décembre", "Dec 25 off", nil),
            ("24 et 31 décembre fermé", "Dec 24,Dec 31 off", nil),
            ("1-15 mai 9h-12h", "May 01-15 09:00-12:00", nil),
            ("1er mai - 31 août 9h-12h", "May 01-Aug 31 09:00-12:00", nil),
            ("1er mai, 8 mai fermé", "May 01,May 08 off", nil),
            ("24 décembre 2026 - 2 janvier 2027 fermé", "2026 Dec 24-2027 Jan 02 off", nil),
            ("Lun-Ven 9h-18h, 1er mai fermé", "Mo-Fr 09:00-18:00, May 01 off", nil),
            ("Mo-Fr 09:00-18:00 1er mai fermé", "Mo-Fr 09:00-18:00; May 01 off", nil),
            ("25th December closed", "Dec 25 off", nil), ("24 Dezember 9-12", "Dec 24 09:00-12:00", nil),
            ("Mo 09:00-12:00  ;  Tu off", "Mo 09:00-12:00; Tu off", []),
            ("week-end 10h-12h", "Sa-Su 10:00-12:00", nil),
            (
                "Mo-Fr 08:00-13:00; 14:00-18:00", "Mo-Fr 08:00-13:00; Mo-Su 14:00-18:00",
                [.ruleWithoutDaysOverrides]
            ),
        ] as [(String, String, [Diagnostic.Code]?)])
    func lenient(text: String, canonical: String, codes: [Diagnostic.Code]?) throws {
        let (result, diagnostics) = Schedule.parse(text, mode: .lenient)

        #expect(try result.get().description == canonical)
        #expect(!diagnostics.isEmpty || codes == [])
        if let codes { #expect(diagnostics.map(\.code) == codes) }
        #expect(try Schedule(parsing: canonical) == result.get())
    }

    @Test(
        "what stays unreadable is an error in lenient mode too",
        arguments: [
            ("tous les jours 9h-19h, sauf dimanche", .unknownWord), ("di off", .ambiguousWord),
            ("Mo 9-5", .ambiguousTime), ("Mo 9am-5", .ambiguousTime), ("Mo-Fr 10-2", .ambiguousTime),
            ("Mo-Fr 09:00-18:00 closed We", .unexpected),
            ("Mo-Fr 09:00-18:00 closed We 10:00-12:00", .unexpected), ("Mo off Tu", .unexpected),
            ("Mon, Lun, mar 9h-12h", .ambiguousWord), ("Mo 9h-12h (sur rdv)", .unknownWord),
            ("Mo 13 pm", .outOfRange),
            ("Feb 30 off", .impossibleDate), ("", .empty), (";", .empty),
            ("Mo Jan 01 09:00-12:00", .unexpected),
            ("Mo “sur rdv", .unterminatedComment), ("31 février fermé", .impossibleDate),
            ("15-1 mai off", .reversedRange), ("32 mai off", .impossibleDate),
        ] as [(String, ParseError.Code)])
    func unreadable(text: String, code: ParseError.Code) {
        let result = Schedule.parse(text, mode: .lenient).schedule

        #expect(throws: ParseError.self) { try result.get() }
        if case .failure(let error) = result { #expect(error.code == code) }
    }

    @Test("bytes that are not text are refused at their place")
    func invalidBytes() {
        let error = #expect(throws: ParseError.self) { try Schedule(parsing: Array("Mo off".utf8) + [0xFF]) }

        #expect(error?.code == .invalidUTF8)
        #expect(error?.range == 6..<7)
        #expect(throws: Never.self) { try Schedule(parsing: Array("Mo off \"é\"".utf8)) }
    }

    @Test(
        "what is doubtful is evaluated, with a warning",
        arguments: [
            ("Tu, Th 08:00-13:00", [.straySpaceInList]),
            ("Th 22:00-04:00; Fr 10:00-12:00", [.overnightCutByLaterRule]),
            ("PH off; Mo-Fr 10:00-12:00", [.holidayRuleShadowed]),
            ("Fr 22:00-04:00; Sa off", [.offCoversSpill]),
            ("Mo-Fr 10:00-12:00; PH off", []),
            ("Su-Th 10:00-24:00; Fr,Sa 10:00-01:00", [.overnightCutByLaterRule].filter { _ in false }),
            ("Th 22:00-04:00, Fr 10:00-12:00", []),
            ("Su 22:00-04:00; Mo 10:00-12:00", [.overnightCutByLaterRule]),
        ] as [(String, [Diagnostic.Code])])
    func warnings(text: String, codes: [Diagnostic.Code]) throws {
        let (result, diagnostics) = Schedule.parse(text)

        #expect(throws: Never.self) { try result.get() }
        #expect(diagnostics.map(\.code) == codes)
    }

    @Test("a rule that cuts the night before can be added instead")
    func fixIt() throws {
        let text = "Th 22:00-04:00; Fr 10:00-12:00"

        let fixIt = try #require(Schedule.parse(text).diagnostics.first?.fixIt)

        #expect(fixIt == FixIt(range: 14..<16, replacement: ", "))
    }

    @Test("property: printed text parses to an equal schedule", arguments: 0..<2000 as Range<UInt64>)
    func printParse(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let text = RandomSchedule.text(using: &random)
        guard case .success(let schedule) = Schedule.parse(text, mode: .lenient, points: true).schedule else {
            Issue.record("not parsed: \(text)")
            return
        }

        #expect(Schedule(schedule.description) == schedule, "\(text) → \(schedule)")
        let again = Schedule.parse(schedule.description, mode: .lenient, points: true).schedule
        #expect(try again.get() == schedule, "\(text) → \(schedule)")
    }
}
