namespace CareTeam.Cli.Plans;

public static class PlanList
{
    public static Command Command()
    {
        var status = WordOption.Many<PlanStatus>("--status", "Only plans in these states");
        var lead = TextOption.Optional("--lead", "Only plans led by this person", "person");
        var patient = TextOption.Optional("--patient", "Only plans of this patient", "reference");
        return new Command("list", "Plans that you may read, newest first") { status, lead, patient }.ReadsPages(
            parse => new ListPlansRequest { Statuses = { parse.GetValue(status) ?? [] }, LeadId = parse.GetValue(lead), PatientReference = parse.GetValue(patient) },
            Show);
    }

    private static void Show(Screen screen, ListPlansResponse list)
    {
        if (list.Plans.Count == 0)
        {
            screen.Line("No plans.");
            return;
        }
        var listing = new Listing(screen, "Title", "Plan", "Status", "Patient", "Title", "Lead", "Red flags", "Opened");
        foreach (var plan in list.Plans)
        {
            listing.Row(Shown.ShortId(plan.PlanId), PlanStyle.Status(plan.Status), Shown.Safe(plan.PatientName), Shown.Safe(plan.Title), Shown.Safe(Shown.Name(plan.Lead)),
                plan.OpenRedFlags > 0 ? $"[red]{plan.OpenRedFlags} open[/]" : "", Shown.Day(plan.CreatedAt));
        }
        listing.Draw();
    }
}
