namespace CareTeam.Cli.Demo;

/// <summary>More plans, so that caseload and worklists have something to tell apart: completed, on hold, draft, and active with something due, overdue or alarming.</summary>
public static class SmallStories
{
    public static readonly IReadOnlyList<DemoStory> All =
    [
        new("stenosis", "Lumbar stenosis with neurogenic claudication", Someone("petrova", "Elena Petrova", "1954-02-03"), StenosisStory.Tell),
        new("sacroiliac", "Right sacroiliac joint pain", Someone("raman", "Priya Raman", "1991-11-20"), SacroiliacStory.Tell),
        new("referral", "New referral: low back pain at work", Someone("kim", "Daniel Kim", "1996-08-09"), ReferralStory.Tell),
        new("after surgery", "Persistent pain after L4-L5 fusion", Someone("holt", "James Holt", "1969-04-27"), AfterSurgeryStory.Tell),
        new("fracture", "Sudden thoracic pain on prednisone", Someone("doyle", "Margaret Doyle", "1948-10-12"), FractureStory.Tell),
        new("sciatica", "Acute left sciatica", Someone("marin", "Sofia Marin", "1987-01-30"), SciaticaStory.Tell),
    ];

    private static Patient Someone(string id, string name, string born) => new() { Reference = $"Patient/demo-{id}", Name = name, BirthDate = born };
}
