using Hl7.Fhir.Serialization;
using Hl7.Fhir.Validation;

namespace CareTeam.Server.Interop;

/// <summary>What is wrong with a place of a bundle, in words of our own: the parser's quote what stands there, which may be personal.</summary>
public static class R4Problem
{
    public const string Twice = "stands there twice";
    public const string NoSuchDate = "is a date that does not exist";

    private static readonly Dictionary<string, string> ByCode = new()
    {
        [FhirJsonException.RESOURCETYPE_SHOULD_BE_STRING_CODE] = "has a resourceType that is not text",
        [FhirJsonException.NO_RESOURCETYPE_PROPERTY_CODE] = "has a resource without a resourceType",
        [FhirJsonException.EXPECTED_PRIMITIVE_NOT_NULL_CODE] = "is null",
        [FhirJsonException.CHOICE_ELEMENT_MUST_HAVE_SUFFIX_CODE] = "lacks the type in its name",
        [FhirJsonException.OBJECTS_CANNOT_BE_EMPTY_CODE] = "is empty",
        [FhirJsonException.ARRAYS_CANNOT_BE_EMPTY_CODE] = "is empty",
        [FhirJsonException.DUPLICATE_PROPERTY_CODE] = "has an element " + Twice,
        [FhirJsonException.NESTED_ARRAY_CODE] = "is a list in a list",
        [FhirJsonException.UNEXPECTED_PRIMITIVE_VALUE_FOR_NON_PRIMITIVE_CODE] = "is a single value where an object belongs",
        [FhirJsonException.UNEXPECTED_OBJECT_VALUE_FOR_PRIMITIVE_CODE] = "is an object where a single value belongs",
        [CodedValidationException.CHOICE_TYPE_NOT_ALLOWED_CODE] = "is of a type that is not allowed there",
        [CodedValidationException.INCORRECT_CARDINALITY_MIN_CODE] = "has too few values",
        [CodedValidationException.INCORRECT_CARDINALITY_MAX_CODE] = "has too many values",
        [CodedValidationException.REPEATING_ELEMENT_CANNOT_CONTAIN_NULL_CODE] = "contains null",
        [CodedValidationException.MANDATORY_ELEMENT_MUST_BE_PRESENT_CODE] = "is required",
        [CodedValidationException.INVALID_CODED_VALUE_CODE] = "is not a code of its R4 value set",
        [CodedValidationException.CONTAINED_RESOURCES_CANNOT_BE_NESTED_CODE] = "contains resources although it is contained itself",
        [CodedValidationException.INVALID_STRING_LENGTH_CODE] = "is too long",
        [CodedValidationException.INVALID_BASE64_VALUE_CODE] = "is not base64",
        [CodedValidationException.INCORRECT_LITERAL_VALUE_TYPE_CODE] = "is of the wrong JSON type",
        [CodedValidationException.LITERAL_INVALID_CODE] = "is not written as its R4 type demands",
        [CodedValidationException.POSITIVE_INT_MUST_BE_POSITIVE_CODE] = "is not positive",
        [CodedValidationException.UNSIGNED_INT_MUST_NOT_BE_NEGATIVE_CODE] = "is negative",
        [CodedValidationException.PROPERTY_TYPE_MISMATCH_CODE] = "is a single value where a list belongs, or the other way round",
        [CodedValidationException.UNKNOWN_ELEMENT_CODE] = "is no element of R4",
        [CodedValidationException.ELEMENT_CANNOT_BE_EMPTY_CODE] = "is empty",
        [CodedValidationException.UNKNOWN_RESOURCE_TYPE_CODE] = "is of no resource type of R4",
        [CodedValidationException.WRONG_CASED_ELEMENT_CODE] = "is no element of R4: upper and lower case matter",
        [CodedValidationException.WRONG_CASED_RESOURCE_TYPE_CODE] = "is of no resource type of R4: upper and lower case matter",
    };

    public static string Words(string code) => ByCode.GetValueOrDefault(code, "is not valid FHIR R4");
}
