import CivilCalendar
import Testing

@Suite("Slots for a call")
struct CallSlotTests {
    @Test("a slot lies inside the merchant's hours and the person's, the first five of seven days")
    func both() async throws {
        var scene = CallScene()
        scene.consumer = #""country": "FR", "reachable": "Mo-Su 17:00-20:00""#

        let slots = try await scene.slots()

        #expect(
            slots
                == ["23", "24", "25", "26", "27"].map {
                    "2026-11-\($0)T17:00:00+01:00 2026-11-\($0)T18:00:00+01:00"
                })
    }

    @Test(
        "a slot begins a quarter of an hour from now at the earliest, on a quarter, and lasts two hours at most"
    )
    func leadTime() async throws {
        var scene = CallScene()
        scene.now = "2026-11-23T10:07:00+01:00"
        #expect(try await scene.slots().first == "2026-11-23T10:30:00+01:00 2026-11-23T12:30:00+01:00")

        scene.now = "2026-11-23T17:45:01+01:00"
        #expect(try await scene.slots().first == "2026-11-24T09:00:00+01:00 2026-11-24T11:00:00+01:00")
    }

    @Test("whoever did not say when they can be reached is called between 8:00 and 20:00 by their own clock")
    func usualHours() async throws {
        var scene = CallScene()
        scene.hours = "24/7"
        #expect(try await scene.slots().first == "2026-11-23T09:45:00+01:00 2026-11-23T11:45:00+01:00")

        scene.consumer = #""country": "FR", "region": "martinique""#
        scene.now = "2026-11-23T06:00:00-04:00"
        #expect(try await scene.slots().first == "2026-11-23T08:00:00-04:00 2026-11-23T10:00:00-04:00")
    }

    @Test(
        "merchant and person each go by their own clock",
        arguments: [
            // Nine in Paris is noon on La Réunion in winter, six in the evening is nine.
            (
                #""region": "reunion", "reachable": "Mo-Su 18:00-23:00""#,
                "2026-11-23T18:00:00+04:00 2026-11-23T20:00:00+04:00"
            ),
            // Nine in Paris is four in Martinique, six in the evening is one in the afternoon.
            (
                #""region": "martinique", "reachable": "Mo-Su 12:00-18:00""#,
                "2026-11-23T12:00:00-04:00 2026-11-23T13:00:00-04:00"
            ),
            (
                #""country": "GB", "timeZone": "Europe/London", "reachable": "Mo-Fr 16:00-18:00""#,
                "2026-11-23T16:00:00+00:00 2026-11-23T17:00:00+00:00"
            ),
        ])
    func zones(consumer: String, slot: String) async throws {
        var scene = CallScene()
        scene.consumer = consumer
        scene.now = "2026-11-23T06:00:00+01:00"

        #expect(try await scene.slots().first == slot)
    }

    @Test("in the week in which Europe has changed its clocks and America has not, the hours apart are five")
    func weekBetweenChanges() async throws {
        var scene = CallScene()
        scene.consumer = #""country": "US", "timeZone": "America/New_York", "reachable": "Mo-Fr 12:00-13:00""#

        scene.now = "2026-10-26T01:00:00-04:00"
        // 13:00 in New York is 18:00 in Paris.
        #expect(
            try await scene.slots()
                == ["26", "27", "28", "29", "30"].map {
                    "2026-10-\($0)T12:00:00-04:00 2026-10-\($0)T13:00:00-04:00"
                })
        scene.now = "2026-11-02T01:00:00-05:00"
        // 12:00 in New York is 18:00 in Paris again: nobody is there.
        #expect(try await scene.slots() == [])
    }

    @Test(
        "in the nights in which clocks change a slot is as long as the clock on the wall says",
        arguments: [
            (
                "2027-03-26T12:00:00+01:00", "Su 01:00-04:00",
                "2027-03-28T01:00:00+01:00 2027-03-28T04:00:00+02:00"
            ),
            ("2027-03-26T12:00:00+01:00", "Su 02:00-02:45", nil),
            (
                "2026-10-23T12:00:00+02:00", "Su 02:00-03:00",
                "2026-10-25T02:00:00+02:00 2026-10-25T03:00:00+01:00"
            ),
            (
                "2026-10-23T12:00:00+02:00", "Su 01:30-04:00",
                "2026-10-25T01:30:00+02:00 2026-10-25T02:30:00+01:00"
            ),
        ])
    func clockChanges(now: String, reachable: String, slot: String?) async throws {
        var scene = CallScene()
        scene.hours = "24/7"
        scene.consumer = #""country": "FR", "reachable": "\#(reachable)""#
        scene.now = now

        #expect(try await scene.slots().first == slot)
    }

    @Test(
        "no slot on a holiday of either side, and none where the hours are unknown",
        arguments: [
            ("Mo-Fr 09:00-18:00; PH off", "Mo-Fr 12:00-13:00"),
            ("Mo-Fr 09:00-18:00; PH unknown", "Mo-Fr 12:00-13:00"),
            ("Mo-Fr 09:00-18:00", "Mo-Fr 12:00-13:00; PH off"),
            ("Mo-Fr 09:00-18:00", "Mo-Fr 12:00-13:00; PH unknown"),
        ])
    func holidays(hours: String, reachable: String) async throws {
        var scene = CallScene()
        scene.hours = hours
        scene.consumer = #""country": "FR", "reachable": "\#(reachable)""#
        scene.now = "2026-11-09T14:00:00+01:00"

        // Armistice Day is a Wednesday.
        #expect(
            try await scene.slots().map { $0.prefix(10) }
                == ["2026-11-10", "2026-11-12", "2026-11-13", "2026-11-16"])
    }

    @Test("a holiday where the person lives is none of the merchant's, and the other way round")
    func otherHolidays() async throws {
        var scene = CallScene()
        scene.hours = "Mo-Fr 09:00-18:00; PH off"
        scene.consumer = #""region": "martinique", "reachable": "Mo-Fr 08:00-09:00; PH off""#
        scene.now = "2026-05-20T12:00:00-04:00"

        // Abolition of slavery: 22 May in Martinique. Whit Monday, 25 May: in both.
        #expect(try await scene.slots().map { $0.prefix(10) } == ["2026-05-21", "2026-05-26", "2026-05-27"])
    }

    @Test("without hours, with hours that are all unknown, or without common time there is no slot")
    func none() async throws {
        var scene = CallScene()
        scene.hours = nil
        #expect(try await scene.slots() == [])

        scene.hours = "Mo-Su 00:00-24:00 unknown"
        #expect(try await scene.slots() == [])

        scene.hours = "Mo-Fr 09:00-10:00"
        scene.consumer = #""country": "FR", "reachable": "Sa-Su""#
        #expect(try await scene.slots() == [])
    }
}
