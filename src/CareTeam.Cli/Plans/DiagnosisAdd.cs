namespace CareTeam.Cli.Plans;

public static class DiagnosisAdd
{
    public static Command Command()
    {
        var text = TextOption.Argument("text", "The diagnosis in words");
        var code = TextOption.Required("--code", "ICD-10-CM with its dot, M54.16", "icd10cm");
        var onset = DayOption.Day("--onset", "Day of onset");
        var id = IdOption.New("--diagnosis-id", "diagnosis");
        return new Command("add", "Add a diagnosis (physicians of the team)") { text, code, onset, id }
            .SendsOnPlan("Diagnosis added.", parse => new AddDiagnosisRequest
            {
                DiagnosisId = parse.GetValue(id),
                Icd10CmCode = parse.GetValue(code),
                Text = parse.GetValue(text),
                OnsetDate = parse.GetValue(onset),
            });
    }
}
