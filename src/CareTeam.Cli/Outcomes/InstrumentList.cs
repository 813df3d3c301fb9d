namespace CareTeam.Cli.Outcomes;

public static class InstrumentList
{
    public static Command Command()
    {
        var instrument = new Argument<string>("instrument") { Description = "Only this one, with all that the catalog says", Arity = ArgumentArity.ZeroOrOne, DefaultValueFactory = _ => "" };
        return new Command("instruments", "The catalog: what there is, how it is scored, what a change must reach, and whose it is") { instrument }.Reads(
            parse => new ListInstrumentsRequest { InstrumentId = (parse.GetValue(instrument) ?? "").ToLowerInvariant() },
            (screen, catalog) =>
            {
                if (catalog.Instruments.Count == 1) new InstrumentPage(screen, catalog.Instruments[0]).Draw();
                else All(screen, catalog);
            });
    }

    private static void All(Screen screen, ListInstrumentsResponse catalog)
    {
        var listing = new Listing(screen, "Name", "Id", "Name", "Answers", "Score", "MCID", "MDC", "By");
        foreach (var i in catalog.Instruments)
        {
            var score = i.Scores[0];
            var answers = i.Codes.Count > 0 ? $"{i.Codes.Count} codes" : string.Join(" + ", i.Items.Select(InstrumentPage.Answers));
            listing.Row(i.InstrumentId, Shown.Safe(i.Name), answers, Shown.Safe(InstrumentPage.Range(score)),
                Shown.Safe(Brief(score.Mcid)), Shown.Safe(Brief(score.Mdc)), i.PatientReported ? "patient" : "clinician");
        }
        listing.Draw();
    }

    private static string Brief(ChangeCriterion? limit) => limit is null || limit.AppliesTo.Length > 0 ? "" : string.Join(" or ", new[]
    {
        limit.HasAbsolute ? Shown.Number(limit.Absolute, "") : "",
        limit.HasPercentOfBaseline ? Shown.Number(limit.PercentOfBaseline, "%") : "",
    }.Where(t => t.Length > 0));
}
