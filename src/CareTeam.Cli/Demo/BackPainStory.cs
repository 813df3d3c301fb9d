namespace CareTeam.Cli.Demo;

/// <summary>
/// The founding story: eight months of one plan, from persistent low back pain to full duty. Its calendar is in weeks before the week of the demo: the first visit is in
/// week -34, the ablation in week -12, full duty begins in week -1.
/// </summary>
public static class BackPainStory
{
    public static readonly DemoStory Plan = new("back pain",
        "Persistent low back pain: find the pain generator, treat it, restore function",
        new Patient { Reference = "Patient/demo-bell", Name = "Marcus Bell", BirthDate = "1981-06-14" },
        Tell);

    /// <summary>The facet joints that the story is about.</summary>
    internal static readonly string[] Joints = ["L4-L5", "L5-S1"];

    private static void Tell(DemoPen pen)
    {
        BackPainEvaluation.Tell(pen);
        BackPainMedications.Tell(pen);
        BackPainConservativeCare.Tell(pen);
        BackPainDailyLife.Tell(pen);
        BackPainWorkUp.Tell(pen);
        BackPainRedFlag.Tell(pen);
        BackPainGenerator.Tell(pen);
        BackPainAblation.Tell(pen);
        BackPainHandover.Tell(pen);
        BackPainRestoration.Tell(pen);
        BackPainWorkConditioning.Tell(pen);
        BackPainReturnToWork.Tell(pen);
        BackPainOpenWork.Tell(pen);
    }
}
