import CivilCalendar
import ContactRouting
import Testing

@Suite("Agenda")
struct AgendaTests {
    let world = World.shared

    private func agenda(_ facts: ContactCase, at moment: String) -> Agenda {
        let zone = world.zones[facts.consumer.effectiveTimeZone] ?? world.paris
        return Agenda(facts, decision: world.decide(facts, at: Draft.at(moment)), zone: zone)
    }

    /// A change of mind about something delivered on a day: the withdrawal ends fourteen days later.
    private func delivered(_ day: String, in region: FrenchRegion = .metropole) -> ContactCase {
        Draft.amazon(.changeOfMind) {
            $0.order.orderedOn = Draft.day(day).adding(days: -2)
            $0.order.deliveredOn = Draft.day(day)
            $0.consumer.region = region
        }
    }

    private func told(_ item: AgendaItem?, in zone: TimeZoneRules) -> [String] {
        item?.reminders.map { "\($0.mark.text) \(zone.text($0.due))" } ?? []
    }

    private func item(_ right: RightName, _ agenda: Agenda) -> AgendaItem? {
        agenda.items.first { $0.matter == .right(right) }
    }

    // MARK: Days

    @Test("a right is told of 30, 7, 3 and 1 days before its last day at 9:00, and when it is over")
    func beforeLastDay() throws {
        let agenda = agenda(delivered("2026-11-16"), at: "2026-11-17T10:00:00+01:00")

        let withdrawal = try #require(item(.withdrawal, agenda))

        #expect(withdrawal.name == "right/withdrawal")
        #expect(withdrawal.day == Draft.day("2026-11-30"))
        #expect(withdrawal.moment == Draft.at("2026-12-01T00:00:00+01:00"))
        #expect(
            told(withdrawal, in: world.paris) == [
                "30 2026-10-31T09:00:00+01:00", "7 2026-11-23T09:00:00+01:00", "3 2026-11-27T09:00:00+01:00",
                "1 2026-11-29T09:00:00+01:00", "over 2026-12-01T00:00:00+01:00",
            ])
    }

    @Test("it is 9:00 on the clock of the person, wherever that is")
    func zones() throws {
        for (region, expected) in [
            (FrenchRegion.reunion, "1 2026-11-29T09:00:00+04:00"),
            (.guadeloupe, "1 2026-11-29T09:00:00-04:00"), (.metropole, "1 2026-11-29T09:00:00+01:00"),
        ] {
            let facts = delivered("2026-11-16", in: region)
            let agenda = agenda(facts, at: "2026-11-17T10:00:00+01:00")
            let zone = try #require(world.zones[region.timeZone])

            #expect(told(item(.withdrawal, agenda), in: zone).contains(expected))
        }
    }

    @Test("P40: clock changes and the end of February move no reminder away from 9:00")
    func clockChanges() {
        // The last day is the Monday after the clocks went back, and the one after they went forward.
        let autumn = agenda(delivered("2026-10-12"), at: "2026-10-13T10:00:00+02:00")
        let spring = agenda(delivered("2027-03-15"), at: "2027-03-16T10:00:00+01:00")
        let leap = agenda(delivered("2028-02-16"), at: "2028-02-17T10:00:00+01:00")

        #expect(
            told(item(.withdrawal, autumn), in: world.paris).suffix(3) == [
                "3 2026-10-23T09:00:00+02:00", "1 2026-10-25T09:00:00+01:00",
                "over 2026-10-27T00:00:00+01:00",
            ])
        #expect(
            told(item(.withdrawal, spring), in: world.paris).suffix(3) == [
                "3 2027-03-27T09:00:00+01:00", "1 2027-03-29T09:00:00+02:00",
                "over 2027-03-31T00:00:00+02:00",
            ])
        #expect(
            told(item(.withdrawal, leap), in: world.paris).suffix(3) == [
                "3 2028-02-27T09:00:00+01:00", "1 2028-02-29T09:00:00+01:00",
                "over 2028-03-02T00:00:00+01:00",
            ])
    }

    @Test("P40: reminders cross the turn of the year, and a right that ends on New Year's Eve ends with it")
    func newYear() {
        let agenda = agenda(delivered("2026-12-17"), at: "2026-12-18T10:00:00+01:00")

        #expect(
            told(item(.withdrawal, agenda), in: world.paris) == [
                "30 2026-12-01T09:00:00+01:00", "7 2026-12-24T09:00:00+01:00", "3 2026-12-28T09:00:00+01:00",
                "1 2026-12-30T09:00:00+01:00", "over 2027-01-01T00:00:00+01:00",
            ])
    }

    @Test("a last day that moves takes its reminders along, and keeps the name")
    func movedDeadline() throws {
        let before = try #require(
            item(.withdrawal, agenda(delivered("2026-11-16"), at: "2026-11-20T10:00:00+01:00")))
        let after = try #require(
            item(.withdrawal, agenda(delivered("2026-11-18"), at: "2026-11-20T10:00:00+01:00")))

        #expect(before.name == after.name)
        #expect(after.day == Draft.day("2026-12-02"))
        #expect(Set(before.reminders).isDisjoint(with: after.reminders))
    }

    @Test("what is over, and a right that was used, is not due any more")
    func notDue() {
        var used = delivered("2026-11-16")
        used.order.withdrawalNotifiedOn = Draft.day("2026-11-18")

        #expect(
            item(.withdrawal, agenda(delivered("2026-11-16"), at: "2026-12-01T00:00:00+01:00")) == nil)
        #expect(item(.withdrawal, agenda(used, at: "2026-11-19T10:00:00+01:00")) == nil)
        #expect(item(.refundAfterWithdrawal, agenda(used, at: "2026-11-19T10:00:00+01:00")) != nil)
    }

    // MARK: Promises, notices, answers, steps

    @Test("a promised day is due at its end, and stands for the wait that it is the reason of")
    func promise() throws {
        let facts = Draft.amazon(.refundNotReceived) {
            $0.order.deliveredOn = Draft.day("2026-10-20")
            $0.order.returnReceivedOn = Draft.day("2026-11-01")
            $0.history = [
                Draft.contact(.phone, "2026-11-20T10:00:00+01:00", .promised, promised: "2026-11-27")
            ]
        }

        let agenda = agenda(facts, at: "2026-11-23T10:00:00+01:00")

        let promise = try #require(
            agenda.items.first { if case .promise = $0.matter { true } else { false } })
        #expect(promise.name == "promise/phone/1795165200")
        #expect(promise.day == Draft.day("2026-11-27"))
        #expect(told(promise, in: world.paris) == ["over 2026-11-28T00:00:00+01:00"])
        #expect(agenda.items.filter { $0.moment == promise.moment }.count == 1)
        #expect(promise.matter.isOwedByTheOtherSide)
    }

    @Test("a promise that was not kept, or a notice that was refused, falls due no more")
    func endedContacts() {
        let facts = Draft.amazon(.refundNotReceived) {
            $0.order.returnReceivedOn = Draft.day("2026-11-01")
            $0.history = [
                Draft.contact(.phone, "2026-11-20T10:00:00+01:00", .promiseNotKept, promised: "2026-11-27"),
                Draft.contact(
                    .registeredMail, "2026-11-21T10:00:00+01:00", .refused, deadline: "2026-12-01"),
            ]
        }

        let agenda = agenda(facts, at: "2026-11-23T10:00:00+01:00")

        #expect(
            !agenda.items.contains {
                switch $0.matter {
                case .promise, .notice: true
                case .right, .answer, .steps, .task: false
                }
            })
    }

    @Test("two letters that give the same last day are told once, and two that give different ones twice")
    func noticesOfOneDay() {
        func notices(_ second: String) -> [AgendaItem] {
            let facts = Draft.amazon(.refundNotReceived) {
                $0.order.returnReceivedOn = Draft.day("2026-11-01")
                $0.history = [("2026-11-20", "2026-11-30"), ("2026-11-21", second)].map {
                    Draft.contact(.registeredMail, "\($0)T10:00:00+01:00", .sent, deadline: $1)
                }
            }
            return agenda(facts, at: "2026-11-23T10:00:00+01:00").items.filter {
                if case .notice = $0.matter { true } else { false }
            }
        }

        let first = Draft.at("2026-11-20T10:00:00+01:00").secondsSinceEpoch
        #expect(notices("2026-11-30").map(\.name) == ["notice/registered-mail/\(first)"])
        #expect(notices("2026-12-01").count == 2)
    }

    @Test("what lies ready to be sent is told 3 days and a day before it loses its value, and when it has")
    func task() throws {
        let facts = delivered("2026-11-16")
        func items(_ latest: String, at moment: String) -> [AgendaItem] {
            let task = AgendaTask(
                channel: .registeredMail, orderedAt: Draft.at("2026-11-23T10:00:00+01:00"),
                latest: Draft.at(latest))
            return Agenda(
                facts, decision: world.decide(facts, at: Draft.at(moment)), zone: world.paris, tasks: [task]
            ).items.filter { if case .task = $0.matter { true } else { false } }
        }

        let day = try #require(items("2026-11-28T00:00:00+01:00", at: "2026-11-23T10:00:00+01:00").first)
        let hour = try #require(items("2026-11-25T09:30:00+01:00", at: "2026-11-23T10:00:00+01:00").first)

        #expect(day.name == "task/registered-mail/\(Draft.at("2026-11-23T10:00:00+01:00").secondsSinceEpoch)")
        #expect(day.day == Draft.day("2026-11-27"))
        #expect(!day.matter.isOwedByTheOtherSide)
        #expect(
            told(day, in: world.paris) == [
                "3 2026-11-24T09:00:00+01:00", "1 2026-11-26T09:00:00+01:00",
                "over 2026-11-28T00:00:00+01:00",
            ])
        #expect(hour.day == nil)
        #expect(
            told(hour, in: world.paris) == ["1 2026-11-24T09:00:00+01:00", "over 2026-11-25T09:30:00+01:00"])
        #expect(items("2026-11-28T00:00:00+01:00", at: "2026-11-28T00:00:00+01:00").isEmpty)
    }

    @Test("the last day that a notice gave is due at its end")
    func notice() {
        let facts = Draft.amazon(.refundNotReceived) {
            $0.order.returnReceivedOn = Draft.day("2026-11-01")
            $0.history = [
                Draft.contact(.registeredMail, "2026-11-20T10:00:00+01:00", .sent, deadline: "2026-11-30")
            ]
        }

        let agenda = agenda(facts, at: "2026-11-23T10:00:00+01:00")

        #expect(
            agenda.items.contains {
                $0.name == "notice/registered-mail/1795165200"
                    && $0.moment == Draft.at("2026-12-01T00:00:00+01:00")
            })
    }

    @Test("the end of a wait for an answer is due to the minute, and says which steps follow only once")
    func answer() throws {
        let facts = Draft.marketplace(.itemNotAsDescribed) {
            $0.order.deliveredOn = Draft.day("2026-11-21")
            $0.order.latestEstimatedDelivery = Draft.day("2026-11-22")
            $0.history = [Draft.contact(.sellerMessaging, "2026-11-24T09:00:00+01:00", .noReply)]
        }

        let agenda = agenda(facts, at: "2026-11-25T15:00:00+01:00")

        let first = try #require(agenda.nearest)
        #expect(first.matter == .answer(.sellerMessaging))
        #expect(first.day == nil)
        #expect(told(first, in: world.paris) == ["over 2026-11-26T09:00:00+01:00"])
        #expect(agenda.items.filter { $0.moment == first.moment }.count == 1)
        let mediation = try #require(item(.mediation, agenda))
        #expect(
            mediation.reminders.count == 5, "the right opens before the first reminder of it is due")
    }

    @Test("a right that opens late is not told of before it can be used")
    func opensLate() throws {
        let facts = Draft.marketplace(.notDelivered) {
            $0.order.latestEstimatedDelivery = Draft.day("2026-11-22")
            $0.history = [Draft.contact(.sellerMessaging, "2026-11-20T09:00:00+01:00", .noReply)]
        }
        let agenda = agenda(facts, at: "2026-11-23T10:00:00+01:00")

        let guarantee = try #require(item(.marketplaceGuarantee, agenda))

        let opens = Draft.at("2026-11-26T00:00:00+01:00")
        #expect(guarantee.reminders.allSatisfy { $0.due >= opens })
    }

    @Test("property: reminders come in order, in the future or past alike, and names tell items apart")
    func properties() {
        let histories: [[PastContact]] = [
            [], [Draft.contact(.email, "2026-11-10T09:00:00+01:00", .sent)],
            [
                Draft.contact(.phone, "2026-11-10T09:00:00+01:00", .promised, promised: "2026-12-10"),
                Draft.contact(.phone, "2026-11-11T09:00:00+01:00", .promised, promised: "2026-12-11"),
                Draft.contact(.registeredMail, "2026-11-12T09:00:00+01:00", .sent, deadline: "2026-12-20"),
            ],
        ]
        for kind in IssueKind.allCases {
            for history in histories {
                let facts = Draft.marketplace(kind) {
                    $0.order.orderedOn = Draft.day("2026-11-01")
                    $0.order.deliveredOn = Draft.day("2026-11-05")
                    $0.order.returnReceivedOn = Draft.day("2026-11-09")
                    $0.history = history
                }
                let agenda = agenda(facts, at: "2026-11-20T10:00:00+01:00")

                #expect(Set(agenda.items.map(\.name)).count == agenda.items.count, "\(kind)")
                #expect(agenda.items.map(\.moment) == agenda.items.map(\.moment).sorted())
                for item in agenda.items {
                    #expect(item.reminders.map(\.due) == item.reminders.map(\.due).sorted())
                    #expect(item.reminders.last?.mark == .over)
                    #expect(item.moment > Draft.at("2026-11-20T10:00:00+01:00"))
                    #expect(item.name.utf8.count <= 59, "with its mark it is the name of a reminder")
                }
            }
        }
    }
}
