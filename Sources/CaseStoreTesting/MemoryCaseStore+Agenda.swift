public import CaseStore
public import CivilCalendar
public import ContactRouting
public import Digests

extension MemoryCaseStore {
    public func keep(_ sheets: [AgendaSheet]) throws(CaseStoreError) -> [Bool] {
        try StoreLimits.checkRows(.page, sheets.count)
        return try write { (contents) throws(CaseStoreError) in
            var kept: [Bool] = []
            for sheet in sheets {
                try sheet.checkLimits()
                kept.append(try contents.keep(sheet, salt: self.salt))
            }
            return kept
        }
    }

    public func sheet(of reference: CaseReference) throws(CaseStoreError) -> AgendaSheet? {
        try read().sheet(of: reference)
    }

    public func casesToPlan(
        on basis: SHA256Digest, at now: Instant, after reference: CaseReference?, limit: Int
    ) throws(CaseStoreError) -> [CaseReference] {
        try StoreLimits.checkRows(.page, limit)
        return try read().casesToPlan(on: basis, at: now, after: reference, limit: limit)
    }

    public func agendaTexts(
        after reference: CaseReference?, limit: Int
    ) throws(CaseStoreError) -> [AgendaText] {
        try StoreLimits.checkRows(.page, limit)
        return try read().agendaTexts(after: reference, limit: limit)
    }

    public func agendaRevision() throws(CaseStoreError) -> AgendaRevision { try read().agendaRevision }
}
