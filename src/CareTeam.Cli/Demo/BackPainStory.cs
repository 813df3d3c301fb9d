using static CareTeam.Cli.Demo.DemoPeople;

namespace CareTeam.Cli.Demo;

/// <summary>Five months of persistent back pain with radicular leg pain: evaluated, treated, interrupted by a red flag, brought back towards work.</summary>
public static class BackPainStory
{
    public static readonly DemoStory Plan = new("back pain",
        "Persistent low back pain with left L5 radicular pain: functional restoration",
        new Patient { Reference = "Patient/demo-bell", Name = "Marcus Bell", BirthDate = "1981-06-14" },
        Tell);

    private static void Tell(DemoPen pen)
    {
        BackPainEvaluation.Tell(pen);
        BackPainOutcomes.AtTheStart(pen);
        BackPainStudies.Tell(pen);
        BackPainOutcomes.AfterTheFirstCourse(pen);
        BackPainRedFlag.Tell(pen);
        BackPainRestoration.Tell(pen);
        BackPainOutcomes.Lately(pen);
    }
}
