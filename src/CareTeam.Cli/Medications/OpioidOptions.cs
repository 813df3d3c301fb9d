namespace CareTeam.Cli.Medications;

/// <summary>What a prescriber of an opioid attests.</summary>
public sealed class OpioidOptions
{
    private readonly Option<string> pdmp = DayOption.Day("--pdmp-checked", "Opioids: day on which the prescription drug monitoring program was looked up");
    private readonly Option<bool> naloxone = new("--naloxone-offered") { Description = "Opioids: naloxone was offered" };
    private readonly Option<string> nonOpioids = TextOption.Optional("--nonopioids-insufficient", "Opioids: why treatment without them does not suffice");

    public void AddTo(Command command)
    {
        command.Options.Add(pdmp);
        command.Options.Add(naloxone);
        command.Options.Add(nonOpioids);
    }

    /// <summary>Null when nothing was said.</summary>
    public OpioidSafeguards? Of(ParseResult parse)
    {
        var safeguards = new OpioidSafeguards { PdmpCheckedDate = parse.GetValue(pdmp), NaloxoneOffered = parse.GetValue(naloxone), NonopioidsInsufficient = parse.GetValue(nonOpioids) };
        return safeguards.Equals(new OpioidSafeguards()) ? null : safeguards;
    }
}
