using CareTeam.Cli.History;

namespace CareTeam.Cli.Plans;

public static class PlanShow
{
    public static Command Command()
    {
        var plan = IdOption.Plan();
        var at = TextOption.Optional("--at", $"The plan as it stood: {MomentText.Help}", "moment");
        return new Command("show", "The whole plan, now or as it stood") { plan, at }
            .Reads(
                parse => AsOf(new GetPlanRequest { PlanId = parse.GetValue(plan) }, parse.GetValue(at) ?? ""),
                (screen, answer) => PlanPage.Draw(screen, answer.Plan));
    }

    public static GetPlanRequest AsOf(GetPlanRequest request, string at)
    {
        switch (MomentText.Parse(at))
        {
            case { MomentCase: PlanMoment.MomentOneofCase.Version } moment: request.AsOfVersion = moment.Version; break;
            case { MomentCase: PlanMoment.MomentOneofCase.KnownAt } moment: request.AsOfTime = moment.KnownAt; break;
            case { MomentCase: PlanMoment.MomentOneofCase.TrueAt } moment: request.TrueAt = moment.TrueAt; break;
            default: break;
        }
        return request;
    }
}
