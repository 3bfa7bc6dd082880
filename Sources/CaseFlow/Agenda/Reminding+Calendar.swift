internal import CaseStore
internal import ContactRouting

extension Reminding {
    /// Writes the calendar when it shows something else than what is planned.
    ///
    /// The pages stand ready in the store: none is read back from the file, and no more than some are in memory.
    func keepCalendar(_ notices: inout [AgendaNotice]) async {
        do throws(CalendarTrouble) {
            guard try await !isCalendarUpToDate() else { return }
            let writing = try await inFiles { () async throws(AgendaFilesFault) in
                try await files.beginCalendar()
            }
            // Whoever began before may have written what is new.
            do throws(CalendarTrouble) {
                if try await !isCalendarUpToDate() { try await write(to: writing) }
            } catch {
                writing.abandon()
                throw error
            }
            writing.abandon()
        } catch {
            switch error {
            case .store(let error): notices.append(.storeFailed(error))
            case .files(let fault): notices.append(.filesFailed(fault))
            }
        }
    }

    private func isCalendarUpToDate() async throws(CalendarTrouble) -> Bool {
        let shown = try await inFiles { () async throws(AgendaFilesFault) in
            try await files.calendarRevision()
        }
        return try await inStore { () async throws(CaseStoreError) in try await store.agendaRevision() }
            == shown
    }

    /// A change that comes meanwhile has another revision than the one in the head, and is written the next time.
    private func write(to writing: any CalendarWriting) async throws(CalendarTrouble) {
        let revision = try await inStore { () async throws(CaseStoreError) in
            try await store.agendaRevision()
        }
        try await inFiles { () throws(AgendaFilesFault) in
            try writing.add(CalendarFile.head(revision: revision))
        }
        var last: CaseReference?
        repeat {
            let pages = try await inStore { () async throws(CaseStoreError) in
                try await store.agendaTexts(after: last, limit: Self.pageMax)
            }
            try await inFiles { () throws(AgendaFilesFault) in
                for page in pages { try writing.add(page.bytes.reveal()) }
            }
            last = pages.count < Self.pageMax ? nil : pages.last?.caseReference
        } while last != nil
        try await inFiles { () throws(AgendaFilesFault) in
            try writing.add(CalendarFile.foot)
            try writing.finish()
        }
    }

    private func inStore<Value>(
        _ call: () async throws(CaseStoreError) -> Value
    ) async throws(CalendarTrouble) -> Value {
        do throws(CaseStoreError) { return try await call() } catch { throw .store(error) }
    }

    private func inFiles<Value>(
        _ call: () async throws(AgendaFilesFault) -> Value
    ) async throws(CalendarTrouble) -> Value {
        do throws(AgendaFilesFault) { return try await call() } catch { throw .files(error) }
    }
}

/// What keeps the calendar from being written.
private enum CalendarTrouble: Error {
    case store(CaseStoreError)
    case files(AgendaFilesFault)
}
