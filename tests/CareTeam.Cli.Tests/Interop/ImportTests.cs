using CareTeam.Cli.Interop;

namespace CareTeam.Cli.Tests.Interop;

public sealed class ImportTests
{
    [Fact]
    public void The_same_content_is_the_same_request()
    {
        Assert.Equal(NameBasedUuid.Of("import", "", "", "{}"), NameBasedUuid.Of("import", "", "", "{}"));
        Assert.NotEqual(NameBasedUuid.Of("import", "", "", "{}"), NameBasedUuid.Of("import", "", "", "{ }"));
        Assert.NotEqual(NameBasedUuid.Of("ab", "c"), NameBasedUuid.Of("a", "bc"));
        Assert.Equal((8, 36), (Guid.Parse(NameBasedUuid.Of("x")).Version, NameBasedUuid.Of("x").Length));
    }

    [Fact]
    public void Everything_left_out_is_told_by_reason_the_most_frequent_first()
    {
        var lines = ImportWords.Of("a.json", new ImportBundleResponse
        {
            Plans = { new ImportedPlan { PlanId = "p1", Title = "Back pain", Created = true }, new ImportedPlan { PlanId = "p2", Title = "Sprain" } },
            LeftOut =
            {
                new LeftOut { Resource = "Encounter/1", Reason = "no place for encounters" },
                new LeftOut { Resource = "CarePlan/1", Element = "CarePlan.addresses", Reason = "not resolved" },
                new LeftOut { Resource = "Encounter/2", Reason = "no place for encounters" },
            },
        }).ToArray();
        Assert.Equal("a.json: 1 imported, 1 already there, 3 left out", lines[0]);
        Assert.Equal(["  + p1  Back pain", "  = p2  Sprain"], lines[1..3]);
        Assert.Equal(["  -    2 left out: no place for encounters (Encounter)", "  -    1 left out: not resolved (CarePlan.addresses)"], lines[3..]);
    }
}
