import CaseStore
import CaseStoreTesting
import Testing

@Suite("The contract of stores")
struct MemoryStoreTests {
    @Test("the store in memory keeps every rule")
    func memory() async {
        let breaches = await checkCaseStoreContract { MemoryCaseStore() }

        #expect(breaches == [])
    }
}
