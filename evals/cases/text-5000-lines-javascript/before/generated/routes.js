export const routes = new Map();

routes.set("/r0000", {
  method: "POST",
  weight: 0,
  cached: false,
});

routes.set("/r0001", {
  method: "GET",
  weight: 1,
  cached: true,
});

routes.set("/r0002", {
  method: "GET",
  weight: 2,
  cached: false,
});

routes.set("/r0003", {
  method: "POST",
  weight: 3,
  cached: true,
});

routes.set("/r0004", {
  method: "GET",
  weight: 4,
  cached: false,
});

routes.set("/r0005", {
  method: "GET",
  weight: 5,
  cached: true,
});

routes.set("/r0006", {
  method: "POST",
  weight: 6,
  cached: false,
});

routes.set("/r0007", {
  method: "GET",
  weight: 7,
  cached: true,
});

routes.set("/r0008", {
  method: "GET",
  weight: 8,
  cached: false,
});

routes.set("/r0009", {
  method: "POST",
  weight: 9,
  cached: true,
});

routes.set("/r0010", {
  method: "GET",
  weight: 10,
  cached: false,
});

routes.set("/r0011", {
  method: "GET",
  weight: 11,
  cached: true,
});

routes.set("/r0012", {
  method: "POST",
  weight: 12,
  cached: false,
});

routes.set("/r0013", {
  method: "GET",
  weight: 13,
  cached: true,
});

routes.set("/r0014", {
  method: "GET",
  weight: 14,
  cached: false,
});

routes.set("/r0015", {
  method: "POST",
  weight: 15,
  cached: true,
});

routes.set("/r0016", {
  method: "GET",
  weight: 16,
  cached: false,
});

routes.set("/r0017", {
  method: "GET",
  weight: 0,
  cached: true,
});

routes.set("/r0018", {
  method: "POST",
  weight: 1,
  cached: false,
});

routes.set("/r0019", {
  method: "GET",
  weight: 2,
  cached: true,
});

routes.set("/r0020", {
  method: "GET",
  weight: 3,
  cached: false,
});

routes.set("/r0021", {
  method: "POST",
  weight: 4,
  cached: true,
});

routes.set("/r0022", {
  method: "GET",
  weight: 5,
  cached: false,
});

routes.set("/r0023", {
  method: "GET",
  weight: 6,
  cached: true,
});

routes.set("/r0024", {
  method: "POST",
  weight: 7,
  cached: false,
});

routes.set("/r0025", {
  method: "GET",
  weight: 8,
  cached: true,
});

routes.set("/r0026", {
  method: "GET",
  weight: 9,
  cached: false,
});

routes.set("/r0027", {
  method: "POST",
  weight: 10,
  cached: true,
});

routes.set("/r0028", {
  method: "GET",
  weight: 11,
  cached: false,
});

routes.set("/r0029", {
  method: "GET",
  weight: 12,
  cached: true,
});

routes.set("/r0030", {
  method: "POST",
  weight: 13,
  cached: false,
});

routes.set("/r0031", {
  method: "GET",
  weight: 14,
  cached: true,
});

routes.set("/r0032", {
  method: "GET",
  weight: 15,
  cached: false,
});

routes.set("/r0033", {
  method: "POST",
  weight: 16,
  cached: true,
});

routes.set("/r0034", {
  method: "GET",
  weight: 0,
  cached: false,
});

routes.set("/r0035", {
  method: "GET",
  weight: 1,
  cached: true,
});

routes.set("/r0036", {
  method: "POST",
  weight: 2,
  cached: false,
});

routes.set("/r0037", {
  method: "GET",
  weight: 3,
  cached: true,
});

routes.set("/r0038", {
  method: "GET",
  weight: 4,
  cached: false,
});

routes.set("/r0039", {
  method: "POST",
  weight: 5,
  cached: true,
});

routes.set("/r0040", {
  method: "GET",
  weight: 6,
  cached: false,
});

routes.set("/r0041", {
  method: "GET",
  weight: 7,
  cached: true,
});

routes.set("/r0042", {
  method: "POST",
  weight: 8,
  cached: false,
});

routes.set("/r0043", {
  method: "GET",
  weight: 9,
  cached: true,
});

routes.set("/r0044", {
  method: "GET",
  weight: 10,
  cached: false,
});

routes.set("/r0045", {
  method: "POST",
  weight: 11,
  cached: true,
});

routes.set("/r0046", {
  method: "GET",
  weight: 12,
  cached: false,
});

routes.set("/r0047", {
  method: "GET",
  weight: 13,
  cached: true,
});

routes.set("/r0048", {
  method: "POST",
  weight: 14,
  cached: false,
});

routes.set("/r0049", {
  method: "GET",
  weight: 15,
  cached: true,
});

routes.set("/r0050", {
  method: "GET",
  weight: 16,
  cached: false,
});

routes.set("/r0051", {
  method: "POST",
  weight: 0,
  cached: true,
});

routes.set("/r0052", {
  method: "GET",
  weight: 1,
  cached: false,
});

routes.set("/r0053", {
  method: "GET",
  weight: 2,
  cached: true,
});

routes.set("/r0054", {
  method: "POST",
  weight: 3,
  cached: false,
});

routes.set("/r0055", {
  method: "GET",
  weight: 4,
  cached: true,
});

routes.set("/r0056", {
  method: "GET",
  weight: 5,
  cached: false,
});

routes.set("/r0057", {
  method: "POST",
  weight: 6,
  cached: true,
});

routes.set("/r0058", {
  method: "GET",
  weight: 7,
  cached: false,
});

routes.set("/r0059", {
  method: "GET",
  weight: 8,
  cached: true,
});

routes.set("/r0060", {
  method: "POST",
  weight: 9,
  cached: false,
});

routes.set("/r0061", {
  method: "GET",
  weight: 10,
  cached: true,
});

routes.set("/r0062", {
  method: "GET",
  weight: 11,
  cached: false,
});

routes.set("/r0063", {
  method: "POST",
  weight: 12,
  cached: true,
});

routes.set("/r0064", {
  method: "GET",
  weight: 13,
  cached: false,
});

routes.set("/r0065", {
  method: "GET",
  weight: 14,
  cached: true,
});

routes.set("/r0066", {
  method: "POST",
  weight: 15,
  cached: false,
});

routes.set("/r0067", {
  method: "GET",
  weight: 16,
  cached: true,
});

routes.set("/r0068", {
  method: "GET",
  weight: 0,
  cached: false,
});

routes.set("/r0069", {
  method: "POST",
  weight: 1,
  cached: true,
});

routes.set("/r0070", {
  method: "GET",
  weight: 2,
  cached: false,
});

routes.set("/r0071", {
  method: "GET",
  weight: 3,
  cached: true,
});

routes.set("/r0072", {
  method: "POST",
  weight: 4,
  cached: false,
});

routes.set("/r0073", {
  method: "GET",
  weight: 5,
  cached: true,
});

routes.set("/r0074", {
  method: "GET",
  weight: 6,
  cached: false,
});

routes.set("/r0075", {
  method: "POST",
  weight: 7,
  cached: true,
});

routes.set("/r0076", {
  method: "GET",
  weight: 8,
  cached: false,
});

routes.set("/r0077", {
  method: "GET",
  weight: 9,
  cached: true,
});

routes.set("/r0078", {
  method: "POST",
  weight: 10,
  cached: false,
});

routes.set("/r0079", {
  method: "GET",
  weight: 11,
  cached: true,
});

routes.set("/r0080", {
  method: "GET",
  weight: 12,
  cached: false,
});

routes.set("/r0081", {
  method: "POST",
  weight: 13,
  cached: true,
});

routes.set("/r0082", {
  method: "GET",
  weight: 14,
  cached: false,
});

routes.set("/r0083", {
  method: "GET",
  weight: 15,
  cached: true,
});

routes.set("/r0084", {
  method: "POST",
  weight: 16,
  cached: false,
});

routes.set("/r0085", {
  method: "GET",
  weight: 0,
  cached: true,
});

routes.set("/r0086", {
  method: "GET",
  weight: 1,
  cached: false,
});

routes.set("/r0087", {
  method: "POST",
  weight: 2,
  cached: true,
});

routes.set("/r0088", {
  method: "GET",
  weight: 3,
  cached: false,
});

routes.set("/r0089", {
  method: "GET",
  weight: 4,
  cached: true,
});

routes.set("/r0090", {
  method: "POST",
  weight: 5,
  cached: false,
});

routes.set("/r0091", {
  method: "GET",
  weight: 6,
  cached: true,
});

routes.set("/r0092", {
  method: "GET",
  weight: 7,
  cached: false,
});

routes.set("/r0093", {
  method: "POST",
  weight: 8,
  cached: true,
});

routes.set("/r0094", {
  method: "GET",
  weight: 9,
  cached: false,
});

routes.set("/r0095", {
  method: "GET",
  weight: 10,
  cached: true,
});

routes.set("/r0096", {
  method: "POST",
  weight: 11,
  cached: false,
});

routes.set("/r0097", {
  method: "GET",
  weight: 12,
  cached: true,
});

routes.set("/r0098", {
  method: "GET",
  weight: 13,
  cached: false,
});

routes.set("/r0099", {
  method: "POST",
  weight: 14,
  cached: true,
});

routes.set("/r0100", {
  method: "GET",
  weight: 15,
  cached: false,
});

routes.set("/r0101", {
  method: "GET",
  weight: 16,
  cached: true,
});

routes.set("/r0102", {
  method: "POST",
  weight: 0,
  cached: false,
});

routes.set("/r0103", {
  method: "GET",
  weight: 1,
  cached: true,
});

routes.set("/r0104", {
  method: "GET",
  weight: 2,
  cached: false,
});

routes.set("/r0105", {
  method: "POST",
  weight: 3,
  cached: true,
});

routes.set("/r0106", {
  method: "GET",
  weight: 4,
  cached: false,
});

routes.set("/r0107", {
  method: "GET",
  weight: 5,
  cached: true,
});

routes.set("/r0108", {
  method: "POST",
  weight: 6,
  cached: false,
});

routes.set("/r0109", {
  method: "GET",
  weight: 7,
  cached: true,
});

routes.set("/r0110", {
  method: "GET",
  weight: 8,
  cached: false,
});

routes.set("/r0111", {
  method: "POST",
  weight: 9,
  cached: true,
});

routes.set("/r0112", {
  method: "GET",
  weight: 10,
  cached: false,
});

routes.set("/r0113", {
  method: "GET",
  weight: 11,
  cached: true,
});

routes.set("/r0114", {
  method: "POST",
  weight: 12,
  cached: false,
});

routes.set("/r0115", {
  method: "GET",
  weight: 13,
  cached: true,
});

routes.set("/r0116", {
  method: "GET",
  weight: 14,
  cached: false,
});

routes.set("/r0117", {
  method: "POST",
  weight: 15,
  cached: true,
});

routes.set("/r0118", {
  method: "GET",
  weight: 16,
  cached: false,
});

routes.set("/r0119", {
  method: "GET",
  weight: 0,
  cached: true,
});

routes.set("/r0120", {
  method: "POST",
  weight: 1,
  cached: false,
});

routes.set("/r0121", {
  method: "GET",
  weight: 2,
  cached: true,
});

routes.set("/r0122", {
  method: "GET",
  weight: 3,
  cached: false,
});

routes.set("/r0123", {
  method: "POST",
  weight: 4,
  cached: true,
});

routes.set("/r0124", {
  method: "GET",
  weight: 5,
  cached: false,
});

routes.set("/r0125", {
  method: "GET",
  weight: 6,
  cached: true,
});

routes.set("/r0126", {
  method: "POST",
  weight: 7,
  cached: false,
});

routes.set("/r0127", {
  method: "GET",
  weight: 8,
  cached: true,
});

routes.set("/r0128", {
  method: "GET",
  weight: 9,
  cached: false,
});

routes.set("/r0129", {
  method: "POST",
  weight: 10,
  cached: true,
});

routes.set("/r0130", {
  method: "GET",
  weight: 11,
  cached: false,
});

routes.set("/r0131", {
  method: "GET",
  weight: 12,
  cached: true,
});

routes.set("/r0132", {
  method: "POST",
  weight: 13,
  cached: false,
});

routes.set("/r0133", {
  method: "GET",
  weight: 14,
  cached: true,
});

routes.set("/r0134", {
  method: "GET",
  weight: 15,
  cached: false,
});

routes.set("/r0135", {
  method: "POST",
  weight: 16,
  cached: true,
});

routes.set("/r0136", {
  method: "GET",
  weight: 0,
  cached: false,
});

routes.set("/r0137", {
  method: "GET",
  weight: 1,
  cached: true,
});

routes.set("/r0138", {
  method: "POST",
  weight: 2,
  cached: false,
});

routes.set("/r0139", {
  method: "GET",
  weight: 3,
  cached: true,
});

routes.set("/r0140", {
  method: "GET",
  weight: 4,
  cached: false,
});

routes.set("/r0141", {
  method: "POST",
  weight: 5,
  cached: true,
});

routes.set("/r0142", {
  method: "GET",
  weight: 6,
  cached: false,
});

routes.set("/r0143", {
  method: "GET",
  weight: 7,
  cached: true,
});

routes.set("/r0144", {
  method: "POST",
  weight: 8,
  cached: false,
});

routes.set("/r0145", {
  method: "GET",
  weight: 9,
  cached: true,
});

routes.set("/r0146", {
  method: "GET",
  weight: 10,
  cached: false,
});

routes.set("/r0147", {
  method: "POST",
  weight: 11,
  cached: true,
});

routes.set("/r0148", {
  method: "GET",
  weight: 12,
  cached: false,
});

routes.set("/r0149", {
  method: "GET",
  weight: 13,
  cached: true,
});

routes.set("/r0150", {
  method: "POST",
  weight: 14,
  cached: false,
});

routes.set("/r0151", {
  method: "GET",
  weight: 15,
  cached: true,
});

routes.set("/r0152", {
  method: "GET",
  weight: 16,
  cached: false,
});

routes.set("/r0153", {
  method: "POST",
  weight: 0,
  cached: true,
});

routes.set("/r0154", {
  method: "GET",
  weight: 1,
  cached: false,
});

routes.set("/r0155", {
  method: "GET",
  weight: 2,
  cached: true,
});

routes.set("/r0156", {
  method: "POST",
  weight: 3,
  cached: false,
});

routes.set("/r0157", {
  method: "GET",
  weight: 4,
  cached: true,
});

routes.set("/r0158", {
  method: "GET",
  weight: 5,
  cached: false,
});

routes.set("/r0159", {
  method: "POST",
  weight: 6,
  cached: true,
});

routes.set("/r0160", {
  method: "GET",
  weight: 7,
  cached: false,
});

routes.set("/r0161", {
  method: "GET",
  weight: 8,
  cached: true,
});

routes.set("/r0162", {
  method: "POST",
  weight: 9,
  cached: false,
});

routes.set("/r0163", {
  method: "GET",
  weight: 10,
  cached: true,
});

routes.set("/r0164", {
  method: "GET",
  weight: 11,
  cached: false,
});

routes.set("/r0165", {
  method: "POST",
  weight: 12,
  cached: true,
});

routes.set("/r0166", {
  method: "GET",
  weight: 13,
  cached: false,
});

routes.set("/r0167", {
  method: "GET",
  weight: 14,
  cached: true,
});

routes.set("/r0168", {
  method: "POST",
  weight: 15,
  cached: false,
});

routes.set("/r0169", {
  method: "GET",
  weight: 16,
  cached: true,
});

routes.set("/r0170", {
  method: "GET",
  weight: 0,
  cached: false,
});

routes.set("/r0171", {
  method: "POST",
  weight: 1,
  cached: true,
});

routes.set("/r0172", {
  method: "GET",
  weight: 2,
  cached: false,
});

routes.set("/r0173", {
  method: "GET",
  weight: 3,
  cached: true,
});

routes.set("/r0174", {
  method: "POST",
  weight: 4,
  cached: false,
});

routes.set("/r0175", {
  method: "GET",
  weight: 5,
  cached: true,
});

routes.set("/r0176", {
  method: "GET",
  weight: 6,
  cached: false,
});

routes.set("/r0177", {
  method: "POST",
  weight: 7,
  cached: true,
});

routes.set("/r0178", {
  method: "GET",
  weight: 8,
  cached: false,
});

routes.set("/r0179", {
  method: "GET",
  weight: 9,
  cached: true,
});

routes.set("/r0180", {
  method: "POST",
  weight: 10,
  cached: false,
});

routes.set("/r0181", {
  method: "GET",
  weight: 11,
  cached: true,
});

routes.set("/r0182", {
  method: "GET",
  weight: 12,
  cached: false,
});

routes.set("/r0183", {
  method: "POST",
  weight: 13,
  cached: true,
});

routes.set("/r0184", {
  method: "GET",
  weight: 14,
  cached: false,
});

routes.set("/r0185", {
  method: "GET",
  weight: 15,
  cached: true,
});

routes.set("/r0186", {
  method: "POST",
  weight: 16,
  cached: false,
});

routes.set("/r0187", {
  method: "GET",
  weight: 0,
  cached: true,
});

routes.set("/r0188", {
  method: "GET",
  weight: 1,
  cached: false,
});

routes.set("/r0189", {
  method: "POST",
  weight: 2,
  cached: true,
});

routes.set("/r0190", {
  method: "GET",
  weight: 3,
  cached: false,
});

routes.set("/r0191", {
  method: "GET",
  weight: 4,
  cached: true,
});

routes.set("/r0192", {
  method: "POST",
  weight: 5,
  cached: false,
});

routes.set("/r0193", {
  method: "GET",
  weight: 6,
  cached: true,
});

routes.set("/r0194", {
  method: "GET",
  weight: 7,
  cached: false,
});

routes.set("/r0195", {
  method: "POST",
  weight: 8,
  cached: true,
});

routes.set("/r0196", {
  method: "GET",
  weight: 9,
  cached: false,
});

routes.set("/r0197", {
  method: "GET",
  weight: 10,
  cached: true,
});

routes.set("/r0198", {
  method: "POST",
  weight: 11,
  cached: false,
});

routes.set("/r0199", {
  method: "GET",
  weight: 12,
  cached: true,
});

routes.set("/r0200", {
  method: "GET",
  weight: 13,
  cached: false,
});

routes.set("/r0201", {
  method: "POST",
  weight: 14,
  cached: true,
});

routes.set("/r0202", {
  method: "GET",
  weight: 15,
  cached: false,
});

routes.set("/r0203", {
  method: "GET",
  weight: 16,
  cached: true,
});

routes.set("/r0204", {
  method: "POST",
  weight: 0,
  cached: false,
});

routes.set("/r0205", {
  method: "GET",
  weight: 1,
  cached: true,
});

routes.set("/r0206", {
  method: "GET",
  weight: 2,
  cached: false,
});

routes.set("/r0207", {
  method: "POST",
  weight: 3,
  cached: true,
});

routes.set("/r0208", {
  method: "GET",
  weight: 4,
  cached: false,
});

routes.set("/r0209", {
  method: "GET",
  weight: 5,
  cached: true,
});

routes.set("/r0210", {
  method: "POST",
  weight: 6,
  cached: false,
});

routes.set("/r0211", {
  method: "GET",
  weight: 7,
  cached: true,
});

routes.set("/r0212", {
  method: "GET",
  weight: 8,
  cached: false,
});

routes.set("/r0213", {
  method: "POST",
  weight: 9,
  cached: true,
});

routes.set("/r0214", {
  method: "GET",
  weight: 10,
  cached: false,
});

routes.set("/r0215", {
  method: "GET",
  weight: 11,
  cached: true,
});

routes.set("/r0216", {
  method: "POST",
  weight: 12,
  cached: false,
});

routes.set("/r0217", {
  method: "GET",
  weight: 13,
  cached: true,
});

routes.set("/r0218", {
  method: "GET",
  weight: 14,
  cached: false,
});

routes.set("/r0219", {
  method: "POST",
  weight: 15,
  cached: true,
});

routes.set("/r0220", {
  method: "GET",
  weight: 16,
  cached: false,
});

routes.set("/r0221", {
  method: "GET",
  weight: 0,
  cached: true,
});

routes.set("/r0222", {
  method: "POST",
  weight: 1,
  cached: false,
});

routes.set("/r0223", {
  method: "GET",
  weight: 2,
  cached: true,
});

routes.set("/r0224", {
  method: "GET",
  weight: 3,
  cached: false,
});

routes.set("/r0225", {
  method: "POST",
  weight: 4,
  cached: true,
});

routes.set("/r0226", {
  method: "GET",
  weight: 5,
  cached: false,
});

routes.set("/r0227", {
  method: "GET",
  weight: 6,
  cached: true,
});

routes.set("/r0228", {
  method: "POST",
  weight: 7,
  cached: false,
});

routes.set("/r0229", {
  method: "GET",
  weight: 8,
  cached: true,
});

routes.set("/r0230", {
  method: "GET",
  weight: 9,
  cached: false,
});

routes.set("/r0231", {
  method: "POST",
  weight: 10,
  cached: true,
});

routes.set("/r0232", {
  method: "GET",
  weight: 11,
  cached: false,
});

routes.set("/r0233", {
  method: "GET",
  weight: 12,
  cached: true,
});

routes.set("/r0234", {
  method: "POST",
  weight: 13,
  cached: false,
});

routes.set("/r0235", {
  method: "GET",
  weight: 14,
  cached: true,
});

routes.set("/r0236", {
  method: "GET",
  weight: 15,
  cached: false,
});

routes.set("/r0237", {
  method: "POST",
  weight: 16,
  cached: true,
});

routes.set("/r0238", {
  method: "GET",
  weight: 0,
  cached: false,
});

routes.set("/r0239", {
  method: "GET",
  weight: 1,
  cached: true,
});

routes.set("/r0240", {
  method: "POST",
  weight: 2,
  cached: false,
});

routes.set("/r0241", {
  method: "GET",
  weight: 3,
  cached: true,
});

routes.set("/r0242", {
  method: "GET",
  weight: 4,
  cached: false,
});

routes.set("/r0243", {
  method: "POST",
  weight: 5,
  cached: true,
});

routes.set("/r0244", {
  method: "GET",
  weight: 6,
  cached: false,
});

routes.set("/r0245", {
  method: "GET",
  weight: 7,
  cached: true,
});

routes.set("/r0246", {
  method: "POST",
  weight: 8,
  cached: false,
});

routes.set("/r0247", {
  method: "GET",
  weight: 9,
  cached: true,
});

routes.set("/r0248", {
  method: "GET",
  weight: 10,
  cached: false,
});

routes.set("/r0249", {
  method: "POST",
  weight: 11,
  cached: true,
});

routes.set("/r0250", {
  method: "GET",
  weight: 12,
  cached: false,
});

routes.set("/r0251", {
  method: "GET",
  weight: 13,
  cached: true,
});

routes.set("/r0252", {
  method: "POST",
  weight: 14,
  cached: false,
});

routes.set("/r0253", {
  method: "GET",
  weight: 15,
  cached: true,
});

routes.set("/r0254", {
  method: "GET",
  weight: 16,
  cached: false,
});

routes.set("/r0255", {
  method: "POST",
  weight: 0,
  cached: true,
});

routes.set("/r0256", {
  method: "GET",
  weight: 1,
  cached: false,
});

routes.set("/r0257", {
  method: "GET",
  weight: 2,
  cached: true,
});

routes.set("/r0258", {
  method: "POST",
  weight: 3,
  cached: false,
});

routes.set("/r0259", {
  method: "GET",
  weight: 4,
  cached: true,
});

routes.set("/r0260", {
  method: "GET",
  weight: 5,
  cached: false,
});

routes.set("/r0261", {
  method: "POST",
  weight: 6,
  cached: true,
});

routes.set("/r0262", {
  method: "GET",
  weight: 7,
  cached: false,
});

routes.set("/r0263", {
  method: "GET",
  weight: 8,
  cached: true,
});

routes.set("/r0264", {
  method: "POST",
  weight: 9,
  cached: false,
});

routes.set("/r0265", {
  method: "GET",
  weight: 10,
  cached: true,
});

routes.set("/r0266", {
  method: "GET",
  weight: 11,
  cached: false,
});

routes.set("/r0267", {
  method: "POST",
  weight: 12,
  cached: true,
});

routes.set("/r0268", {
  method: "GET",
  weight: 13,
  cached: false,
});

routes.set("/r0269", {
  method: "GET",
  weight: 14,
  cached: true,
});

routes.set("/r0270", {
  method: "POST",
  weight: 15,
  cached: false,
});

routes.set("/r0271", {
  method: "GET",
  weight: 16,
  cached: true,
});

routes.set("/r0272", {
  method: "GET",
  weight: 0,
  cached: false,
});

routes.set("/r0273", {
  method: "POST",
  weight: 1,
  cached: true,
});

routes.set("/r0274", {
  method: "GET",
  weight: 2,
  cached: false,
});

routes.set("/r0275", {
  method: "GET",
  weight: 3,
  cached: true,
});

routes.set("/r0276", {
  method: "POST",
  weight: 4,
  cached: false,
});

routes.set("/r0277", {
  method: "GET",
  weight: 5,
  cached: true,
});

routes.set("/r0278", {
  method: "GET",
  weight: 6,
  cached: false,
});

routes.set("/r0279", {
  method: "POST",
  weight: 7,
  cached: true,
});

routes.set("/r0280", {
  method: "GET",
  weight: 8,
  cached: false,
});

routes.set("/r0281", {
  method: "GET",
  weight: 9,
  cached: true,
});

routes.set("/r0282", {
  method: "POST",
  weight: 10,
  cached: false,
});

routes.set("/r0283", {
  method: "GET",
  weight: 11,
  cached: true,
});

routes.set("/r0284", {
  method: "GET",
  weight: 12,
  cached: false,
});

routes.set("/r0285", {
  method: "POST",
  weight: 13,
  cached: true,
});

routes.set("/r0286", {
  method: "GET",
  weight: 14,
  cached: false,
});

routes.set("/r0287", {
  method: "GET",
  weight: 15,
  cached: true,
});

routes.set("/r0288", {
  method: "POST",
  weight: 16,
  cached: false,
});

routes.set("/r0289", {
  method: "GET",
  weight: 0,
  cached: true,
});

routes.set("/r0290", {
  method: "GET",
  weight: 1,
  cached: false,
});

routes.set("/r0291", {
  method: "POST",
  weight: 2,
  cached: true,
});

routes.set("/r0292", {
  method: "GET",
  weight: 3,
  cached: false,
});

routes.set("/r0293", {
  method: "GET",
  weight: 4,
  cached: true,
});

routes.set("/r0294", {
  method: "POST",
  weight: 5,
  cached: false,
});

routes.set("/r0295", {
  method: "GET",
  weight: 6,
  cached: true,
});

routes.set("/r0296", {
  method: "GET",
  weight: 7,
  cached: false,
});

routes.set("/r0297", {
  method: "POST",
  weight: 8,
  cached: true,
});

routes.set("/r0298", {
  method: "GET",
  weight: 9,
  cached: false,
});

routes.set("/r0299", {
  method: "GET",
  weight: 10,
  cached: true,
});

routes.set("/r0300", {
  method: "POST",
  weight: 11,
  cached: false,
});

routes.set("/r0301", {
  method: "GET",
  weight: 12,
  cached: true,
});

routes.set("/r0302", {
  method: "GET",
  weight: 13,
  cached: false,
});

routes.set("/r0303", {
  method: "POST",
  weight: 14,
  cached: true,
});

routes.set("/r0304", {
  method: "GET",
  weight: 15,
  cached: false,
});

routes.set("/r0305", {
  method: "GET",
  weight: 16,
  cached: true,
});

routes.set("/r0306", {
  method: "POST",
  weight: 0,
  cached: false,
});

routes.set("/r0307", {
  method: "GET",
  weight: 1,
  cached: true,
});

routes.set("/r0308", {
  method: "GET",
  weight: 2,
  cached: false,
});

routes.set("/r0309", {
  method: "POST",
  weight: 3,
  cached: true,
});

routes.set("/r0310", {
  method: "GET",
  weight: 4,
  cached: false,
});

routes.set("/r0311", {
  method: "GET",
  weight: 5,
  cached: true,
});

routes.set("/r0312", {
  method: "POST",
  weight: 6,
  cached: false,
});

routes.set("/r0313", {
  method: "GET",
  weight: 7,
  cached: true,
});

routes.set("/r0314", {
  method: "GET",
  weight: 8,
  cached: false,
});

routes.set("/r0315", {
  method: "POST",
  weight: 9,
  cached: true,
});

routes.set("/r0316", {
  method: "GET",
  weight: 10,
  cached: false,
});

routes.set("/r0317", {
  method: "GET",
  weight: 11,
  cached: true,
});

routes.set("/r0318", {
  method: "POST",
  weight: 12,
  cached: false,
});

routes.set("/r0319", {
  method: "GET",
  weight: 13,
  cached: true,
});

routes.set("/r0320", {
  method: "GET",
  weight: 14,
  cached: false,
});

routes.set("/r0321", {
  method: "POST",
  weight: 15,
  cached: true,
});

routes.set("/r0322", {
  method: "GET",
  weight: 16,
  cached: false,
});

routes.set("/r0323", {
  method: "GET",
  weight: 0,
  cached: true,
});

routes.set("/r0324", {
  method: "POST",
  weight: 1,
  cached: false,
});

routes.set("/r0325", {
  method: "GET",
  weight: 2,
  cached: true,
});

routes.set("/r0326", {
  method: "GET",
  weight: 3,
  cached: false,
});

routes.set("/r0327", {
  method: "POST",
  weight: 4,
  cached: true,
});

routes.set("/r0328", {
  method: "GET",
  weight: 5,
  cached: false,
});

routes.set("/r0329", {
  method: "GET",
  weight: 6,
  cached: true,
});

routes.set("/r0330", {
  method: "POST",
  weight: 7,
  cached: false,
});

routes.set("/r0331", {
  method: "GET",
  weight: 8,
  cached: true,
});

routes.set("/r0332", {
  method: "GET",
  weight: 9,
  cached: false,
});

routes.set("/r0333", {
  method: "POST",
  weight: 10,
  cached: true,
});

routes.set("/r0334", {
  method: "GET",
  weight: 11,
  cached: false,
});

routes.set("/r0335", {
  method: "GET",
  weight: 12,
  cached: true,
});

routes.set("/r0336", {
  method: "POST",
  weight: 13,
  cached: false,
});

routes.set("/r0337", {
  method: "GET",
  weight: 14,
  cached: true,
});

routes.set("/r0338", {
  method: "GET",
  weight: 15,
  cached: false,
});

routes.set("/r0339", {
  method: "POST",
  weight: 16,
  cached: true,
});

routes.set("/r0340", {
  method: "GET",
  weight: 0,
  cached: false,
});

routes.set("/r0341", {
  method: "GET",
  weight: 1,
  cached: true,
});

routes.set("/r0342", {
  method: "POST",
  weight: 2,
  cached: false,
});

routes.set("/r0343", {
  method: "GET",
  weight: 3,
  cached: true,
});

routes.set("/r0344", {
  method: "GET",
  weight: 4,
  cached: false,
});

routes.set("/r0345", {
  method: "POST",
  weight: 5,
  cached: true,
});

routes.set("/r0346", {
  method: "GET",
  weight: 6,
  cached: false,
});

routes.set("/r0347", {
  method: "GET",
  weight: 7,
  cached: true,
});

routes.set("/r0348", {
  method: "POST",
  weight: 8,
  cached: false,
});

routes.set("/r0349", {
  method: "GET",
  weight: 9,
  cached: true,
});

routes.set("/r0350", {
  method: "GET",
  weight: 10,
  cached: false,
});

routes.set("/r0351", {
  method: "POST",
  weight: 11,
  cached: true,
});

routes.set("/r0352", {
  method: "GET",
  weight: 12,
  cached: false,
});

routes.set("/r0353", {
  method: "GET",
  weight: 13,
  cached: true,
});

routes.set("/r0354", {
  method: "POST",
  weight: 14,
  cached: false,
});

routes.set("/r0355", {
  method: "GET",
  weight: 15,
  cached: true,
});

routes.set("/r0356", {
  method: "GET",
  weight: 16,
  cached: false,
});

routes.set("/r0357", {
  method: "POST",
  weight: 0,
  cached: true,
});

routes.set("/r0358", {
  method: "GET",
  weight: 1,
  cached: false,
});

routes.set("/r0359", {
  method: "GET",
  weight: 2,
  cached: true,
});

routes.set("/r0360", {
  method: "POST",
  weight: 3,
  cached: false,
});

routes.set("/r0361", {
  method: "GET",
  weight: 4,
  cached: true,
});

routes.set("/r0362", {
  method: "GET",
  weight: 5,
  cached: false,
});

routes.set("/r0363", {
  method: "POST",
  weight: 6,
  cached: true,
});

routes.set("/r0364", {
  method: "GET",
  weight: 7,
  cached: false,
});

routes.set("/r0365", {
  method: "GET",
  weight: 8,
  cached: true,
});

routes.set("/r0366", {
  method: "POST",
  weight: 9,
  cached: false,
});

routes.set("/r0367", {
  method: "GET",
  weight: 10,
  cached: true,
});

routes.set("/r0368", {
  method: "GET",
  weight: 11,
  cached: false,
});

routes.set("/r0369", {
  method: "POST",
  weight: 12,
  cached: true,
});

routes.set("/r0370", {
  method: "GET",
  weight: 13,
  cached: false,
});

routes.set("/r0371", {
  method: "GET",
  weight: 14,
  cached: true,
});

routes.set("/r0372", {
  method: "POST",
  weight: 15,
  cached: false,
});

routes.set("/r0373", {
  method: "GET",
  weight: 16,
  cached: true,
});

routes.set("/r0374", {
  method: "GET",
  weight: 0,
  cached: false,
});

routes.set("/r0375", {
  method: "POST",
  weight: 1,
  cached: true,
});

routes.set("/r0376", {
  method: "GET",
  weight: 2,
  cached: false,
});

routes.set("/r0377", {
  method: "GET",
  weight: 3,
  cached: true,
});

routes.set("/r0378", {
  method: "POST",
  weight: 4,
  cached: false,
});

routes.set("/r0379", {
  method: "GET",
  weight: 5,
  cached: true,
});

routes.set("/r0380", {
  method: "GET",
  weight: 6,
  cached: false,
});

routes.set("/r0381", {
  method: "POST",
  weight: 7,
  cached: true,
});

routes.set("/r0382", {
  method: "GET",
  weight: 8,
  cached: false,
});

routes.set("/r0383", {
  method: "GET",
  weight: 9,
  cached: true,
});

routes.set("/r0384", {
  method: "POST",
  weight: 10,
  cached: false,
});

routes.set("/r0385", {
  method: "GET",
  weight: 11,
  cached: true,
});

routes.set("/r0386", {
  method: "GET",
  weight: 12,
  cached: false,
});

routes.set("/r0387", {
  method: "POST",
  weight: 13,
  cached: true,
});

routes.set("/r0388", {
  method: "GET",
  weight: 14,
  cached: false,
});

routes.set("/r0389", {
  method: "GET",
  weight: 15,
  cached: true,
});

routes.set("/r0390", {
  method: "POST",
  weight: 16,
  cached: false,
});

routes.set("/r0391", {
  method: "GET",
  weight: 0,
  cached: true,
});

routes.set("/r0392", {
  method: "GET",
  weight: 1,
  cached: false,
});

routes.set("/r0393", {
  method: "POST",
  weight: 2,
  cached: true,
});

routes.set("/r0394", {
  method: "GET",
  weight: 3,
  cached: false,
});

routes.set("/r0395", {
  method: "GET",
  weight: 4,
  cached: true,
});

routes.set("/r0396", {
  method: "POST",
  weight: 5,
  cached: false,
});

routes.set("/r0397", {
  method: "GET",
  weight: 6,
  cached: true,
});

routes.set("/r0398", {
  method: "GET",
  weight: 7,
  cached: false,
});

routes.set("/r0399", {
  method: "POST",
  weight: 8,
  cached: true,
});

routes.set("/r0400", {
  method: "GET",
  weight: 9,
  cached: false,
});

routes.set("/r0401", {
  method: "GET",
  weight: 10,
  cached: true,
});

routes.set("/r0402", {
  method: "POST",
  weight: 11,
  cached: false,
});

routes.set("/r0403", {
  method: "GET",
  weight: 12,
  cached: true,
});

routes.set("/r0404", {
  method: "GET",
  weight: 13,
  cached: false,
});

routes.set("/r0405", {
  method: "POST",
  weight: 14,
  cached: true,
});

routes.set("/r0406", {
  method: "GET",
  weight: 15,
  cached: false,
});

routes.set("/r0407", {
  method: "GET",
  weight: 16,
  cached: true,
});

routes.set("/r0408", {
  method: "POST",
  weight: 0,
  cached: false,
});

routes.set("/r0409", {
  method: "GET",
  weight: 1,
  cached: true,
});

routes.set("/r0410", {
  method: "GET",
  weight: 2,
  cached: false,
});

routes.set("/r0411", {
  method: "POST",
  weight: 3,
  cached: true,
});

routes.set("/r0412", {
  method: "GET",
  weight: 4,
  cached: false,
});

routes.set("/r0413", {
  method: "GET",
  weight: 5,
  cached: true,
});

routes.set("/r0414", {
  method: "POST",
  weight: 6,
  cached: false,
});

routes.set("/r0415", {
  method: "GET",
  weight: 7,
  cached: true,
});

export function find(path, method) {
  const route = routes.get(path);
  return route && route.method == method ? route : undefined;
}

routes.set("/r0416", {
  method: "GET",
  weight: 8,
  cached: false,
});

routes.set("/r0417", {
  method: "POST",
  weight: 9,
  cached: true,
});

routes.set("/r0418", {
  method: "GET",
  weight: 10,
  cached: false,
});

routes.set("/r0419", {
  method: "GET",
  weight: 11,
  cached: true,
});

routes.set("/r0420", {
  method: "POST",
  weight: 12,
  cached: false,
});

routes.set("/r0421", {
  method: "GET",
  weight: 13,
  cached: true,
});

routes.set("/r0422", {
  method: "GET",
  weight: 14,
  cached: false,
});

routes.set("/r0423", {
  method: "POST",
  weight: 15,
  cached: true,
});

routes.set("/r0424", {
  method: "GET",
  weight: 16,
  cached: false,
});

routes.set("/r0425", {
  method: "GET",
  weight: 0,
  cached: true,
});

routes.set("/r0426", {
  method: "POST",
  weight: 1,
  cached: false,
});

routes.set("/r0427", {
  method: "GET",
  weight: 2,
  cached: true,
});

routes.set("/r0428", {
  method: "GET",
  weight: 3,
  cached: false,
});

routes.set("/r0429", {
  method: "POST",
  weight: 4,
  cached: true,
});

routes.set("/r0430", {
  method: "GET",
  weight: 5,
  cached: false,
});

routes.set("/r0431", {
  method: "GET",
  weight: 6,
  cached: true,
});

routes.set("/r0432", {
  method: "POST",
  weight: 7,
  cached: false,
});

routes.set("/r0433", {
  method: "GET",
  weight: 8,
  cached: true,
});

routes.set("/r0434", {
  method: "GET",
  weight: 9,
  cached: false,
});

routes.set("/r0435", {
  method: "POST",
  weight: 10,
  cached: true,
});

routes.set("/r0436", {
  method: "GET",
  weight: 11,
  cached: false,
});

routes.set("/r0437", {
  method: "GET",
  weight: 12,
  cached: true,
});

routes.set("/r0438", {
  method: "POST",
  weight: 13,
  cached: false,
});

routes.set("/r0439", {
  method: "GET",
  weight: 14,
  cached: true,
});

routes.set("/r0440", {
  method: "GET",
  weight: 15,
  cached: false,
});

routes.set("/r0441", {
  method: "POST",
  weight: 16,
  cached: true,
});

routes.set("/r0442", {
  method: "GET",
  weight: 0,
  cached: false,
});

routes.set("/r0443", {
  method: "GET",
  weight: 1,
  cached: true,
});

routes.set("/r0444", {
  method: "POST",
  weight: 2,
  cached: false,
});

routes.set("/r0445", {
  method: "GET",
  weight: 3,
  cached: true,
});

routes.set("/r0446", {
  method: "GET",
  weight: 4,
  cached: false,
});

routes.set("/r0447", {
  method: "POST",
  weight: 5,
  cached: true,
});

routes.set("/r0448", {
  method: "GET",
  weight: 6,
  cached: false,
});

routes.set("/r0449", {
  method: "GET",
  weight: 7,
  cached: true,
});

routes.set("/r0450", {
  method: "POST",
  weight: 8,
  cached: false,
});

routes.set("/r0451", {
  method: "GET",
  weight: 9,
  cached: true,
});

routes.set("/r0452", {
  method: "GET",
  weight: 10,
  cached: false,
});

routes.set("/r0453", {
  method: "POST",
  weight: 11,
  cached: true,
});

routes.set("/r0454", {
  method: "GET",
  weight: 12,
  cached: false,
});

routes.set("/r0455", {
  method: "GET",
  weight: 13,
  cached: true,
});

routes.set("/r0456", {
  method: "POST",
  weight: 14,
  cached: false,
});

routes.set("/r0457", {
  method: "GET",
  weight: 15,
  cached: true,
});

routes.set("/r0458", {
  method: "GET",
  weight: 16,
  cached: false,
});

routes.set("/r0459", {
  method: "POST",
  weight: 0,
  cached: true,
});

routes.set("/r0460", {
  method: "GET",
  weight: 1,
  cached: false,
});

routes.set("/r0461", {
  method: "GET",
  weight: 2,
  cached: true,
});

routes.set("/r0462", {
  method: "POST",
  weight: 3,
  cached: false,
});

routes.set("/r0463", {
  method: "GET",
  weight: 4,
  cached: true,
});

routes.set("/r0464", {
  method: "GET",
  weight: 5,
  cached: false,
});

routes.set("/r0465", {
  method: "POST",
  weight: 6,
  cached: true,
});

routes.set("/r0466", {
  method: "GET",
  weight: 7,
  cached: false,
});

routes.set("/r0467", {
  method: "GET",
  weight: 8,
  cached: true,
});

routes.set("/r0468", {
  method: "POST",
  weight: 9,
  cached: false,
});

routes.set("/r0469", {
  method: "GET",
  weight: 10,
  cached: true,
});

routes.set("/r0470", {
  method: "GET",
  weight: 11,
  cached: false,
});

routes.set("/r0471", {
  method: "POST",
  weight: 12,
  cached: true,
});

routes.set("/r0472", {
  method: "GET",
  weight: 13,
  cached: false,
});

routes.set("/r0473", {
  method: "GET",
  weight: 14,
  cached: true,
});

routes.set("/r0474", {
  method: "POST",
  weight: 15,
  cached: false,
});

routes.set("/r0475", {
  method: "GET",
  weight: 16,
  cached: true,
});

routes.set("/r0476", {
  method: "GET",
  weight: 0,
  cached: false,
});

routes.set("/r0477", {
  method: "POST",
  weight: 1,
  cached: true,
});

routes.set("/r0478", {
  method: "GET",
  weight: 2,
  cached: false,
});

routes.set("/r0479", {
  method: "GET",
  weight: 3,
  cached: true,
});

routes.set("/r0480", {
  method: "POST",
  weight: 4,
  cached: false,
});

routes.set("/r0481", {
  method: "GET",
  weight: 5,
  cached: true,
});

routes.set("/r0482", {
  method: "GET",
  weight: 6,
  cached: false,
});

routes.set("/r0483", {
  method: "POST",
  weight: 7,
  cached: true,
});

routes.set("/r0484", {
  method: "GET",
  weight: 8,
  cached: false,
});

routes.set("/r0485", {
  method: "GET",
  weight: 9,
  cached: true,
});

routes.set("/r0486", {
  method: "POST",
  weight: 10,
  cached: false,
});

routes.set("/r0487", {
  method: "GET",
  weight: 11,
  cached: true,
});

routes.set("/r0488", {
  method: "GET",
  weight: 12,
  cached: false,
});

routes.set("/r0489", {
  method: "POST",
  weight: 13,
  cached: true,
});

routes.set("/r0490", {
  method: "GET",
  weight: 14,
  cached: false,
});

routes.set("/r0491", {
  method: "GET",
  weight: 15,
  cached: true,
});

routes.set("/r0492", {
  method: "POST",
  weight: 16,
  cached: false,
});

routes.set("/r0493", {
  method: "GET",
  weight: 0,
  cached: true,
});

routes.set("/r0494", {
  method: "GET",
  weight: 1,
  cached: false,
});

routes.set("/r0495", {
  method: "POST",
  weight: 2,
  cached: true,
});

routes.set("/r0496", {
  method: "GET",
  weight: 3,
  cached: false,
});

routes.set("/r0497", {
  method: "GET",
  weight: 4,
  cached: true,
});

routes.set("/r0498", {
  method: "POST",
  weight: 5,
  cached: false,
});

routes.set("/r0499", {
  method: "GET",
  weight: 6,
  cached: true,
});

routes.set("/r0500", {
  method: "GET",
  weight: 7,
  cached: false,
});

routes.set("/r0501", {
  method: "POST",
  weight: 8,
  cached: true,
});

routes.set("/r0502", {
  method: "GET",
  weight: 9,
  cached: false,
});

routes.set("/r0503", {
  method: "GET",
  weight: 10,
  cached: true,
});

routes.set("/r0504", {
  method: "POST",
  weight: 11,
  cached: false,
});

routes.set("/r0505", {
  method: "GET",
  weight: 12,
  cached: true,
});

routes.set("/r0506", {
  method: "GET",
  weight: 13,
  cached: false,
});

routes.set("/r0507", {
  method: "POST",
  weight: 14,
  cached: true,
});

routes.set("/r0508", {
  method: "GET",
  weight: 15,
  cached: false,
});

routes.set("/r0509", {
  method: "GET",
  weight: 16,
  cached: true,
});

routes.set("/r0510", {
  method: "POST",
  weight: 0,
  cached: false,
});

routes.set("/r0511", {
  method: "GET",
  weight: 1,
  cached: true,
});

routes.set("/r0512", {
  method: "GET",
  weight: 2,
  cached: false,
});

routes.set("/r0513", {
  method: "POST",
  weight: 3,
  cached: true,
});

routes.set("/r0514", {
  method: "GET",
  weight: 4,
  cached: false,
});

routes.set("/r0515", {
  method: "GET",
  weight: 5,
  cached: true,
});

routes.set("/r0516", {
  method: "POST",
  weight: 6,
  cached: false,
});

routes.set("/r0517", {
  method: "GET",
  weight: 7,
  cached: true,
});

routes.set("/r0518", {
  method: "GET",
  weight: 8,
  cached: false,
});

routes.set("/r0519", {
  method: "POST",
  weight: 9,
  cached: true,
});

routes.set("/r0520", {
  method: "GET",
  weight: 10,
  cached: false,
});

routes.set("/r0521", {
  method: "GET",
  weight: 11,
  cached: true,
});

routes.set("/r0522", {
  method: "POST",
  weight: 12,
  cached: false,
});

routes.set("/r0523", {
  method: "GET",
  weight: 13,
  cached: true,
});

routes.set("/r0524", {
  method: "GET",
  weight: 14,
  cached: false,
});

routes.set("/r0525", {
  method: "POST",
  weight: 15,
  cached: true,
});

routes.set("/r0526", {
  method: "GET",
  weight: 16,
  cached: false,
});

routes.set("/r0527", {
  method: "GET",
  weight: 0,
  cached: true,
});

routes.set("/r0528", {
  method: "POST",
  weight: 1,
  cached: false,
});

routes.set("/r0529", {
  method: "GET",
  weight: 2,
  cached: true,
});

routes.set("/r0530", {
  method: "GET",
  weight: 3,
  cached: false,
});

routes.set("/r0531", {
  method: "POST",
  weight: 4,
  cached: true,
});

routes.set("/r0532", {
  method: "GET",
  weight: 5,
  cached: false,
});

routes.set("/r0533", {
  method: "GET",
  weight: 6,
  cached: true,
});

routes.set("/r0534", {
  method: "POST",
  weight: 7,
  cached: false,
});

routes.set("/r0535", {
  method: "GET",
  weight: 8,
  cached: true,
});

routes.set("/r0536", {
  method: "GET",
  weight: 9,
  cached: false,
});

routes.set("/r0537", {
  method: "POST",
  weight: 10,
  cached: true,
});

routes.set("/r0538", {
  method: "GET",
  weight: 11,
  cached: false,
});

routes.set("/r0539", {
  method: "GET",
  weight: 12,
  cached: true,
});

routes.set("/r0540", {
  method: "POST",
  weight: 13,
  cached: false,
});

routes.set("/r0541", {
  method: "GET",
  weight: 14,
  cached: true,
});

routes.set("/r0542", {
  method: "GET",
  weight: 15,
  cached: false,
});

routes.set("/r0543", {
  method: "POST",
  weight: 16,
  cached: true,
});

routes.set("/r0544", {
  method: "GET",
  weight: 0,
  cached: false,
});

routes.set("/r0545", {
  method: "GET",
  weight: 1,
  cached: true,
});

routes.set("/r0546", {
  method: "POST",
  weight: 2,
  cached: false,
});

routes.set("/r0547", {
  method: "GET",
  weight: 3,
  cached: true,
});

routes.set("/r0548", {
  method: "GET",
  weight: 4,
  cached: false,
});

routes.set("/r0549", {
  method: "POST",
  weight: 5,
  cached: true,
});

routes.set("/r0550", {
  method: "GET",
  weight: 6,
  cached: false,
});

routes.set("/r0551", {
  method: "GET",
  weight: 7,
  cached: true,
});

routes.set("/r0552", {
  method: "POST",
  weight: 8,
  cached: false,
});

routes.set("/r0553", {
  method: "GET",
  weight: 9,
  cached: true,
});

routes.set("/r0554", {
  method: "GET",
  weight: 10,
  cached: false,
});

routes.set("/r0555", {
  method: "POST",
  weight: 11,
  cached: true,
});

routes.set("/r0556", {
  method: "GET",
  weight: 12,
  cached: false,
});

routes.set("/r0557", {
  method: "GET",
  weight: 13,
  cached: true,
});

routes.set("/r0558", {
  method: "POST",
  weight: 14,
  cached: false,
});

routes.set("/r0559", {
  method: "GET",
  weight: 15,
  cached: true,
});

routes.set("/r0560", {
  method: "GET",
  weight: 16,
  cached: false,
});

routes.set("/r0561", {
  method: "POST",
  weight: 0,
  cached: true,
});

routes.set("/r0562", {
  method: "GET",
  weight: 1,
  cached: false,
});

routes.set("/r0563", {
  method: "GET",
  weight: 2,
  cached: true,
});

routes.set("/r0564", {
  method: "POST",
  weight: 3,
  cached: false,
});

routes.set("/r0565", {
  method: "GET",
  weight: 4,
  cached: true,
});

routes.set("/r0566", {
  method: "GET",
  weight: 5,
  cached: false,
});

routes.set("/r0567", {
  method: "POST",
  weight: 6,
  cached: true,
});

routes.set("/r0568", {
  method: "GET",
  weight: 7,
  cached: false,
});

routes.set("/r0569", {
  method: "GET",
  weight: 8,
  cached: true,
});

routes.set("/r0570", {
  method: "POST",
  weight: 9,
  cached: false,
});

routes.set("/r0571", {
  method: "GET",
  weight: 10,
  cached: true,
});

routes.set("/r0572", {
  method: "GET",
  weight: 11,
  cached: false,
});

routes.set("/r0573", {
  method: "POST",
  weight: 12,
  cached: true,
});

routes.set("/r0574", {
  method: "GET",
  weight: 13,
  cached: false,
});

routes.set("/r0575", {
  method: "GET",
  weight: 14,
  cached: true,
});

routes.set("/r0576", {
  method: "POST",
  weight: 15,
  cached: false,
});

routes.set("/r0577", {
  method: "GET",
  weight: 16,
  cached: true,
});

routes.set("/r0578", {
  method: "GET",
  weight: 0,
  cached: false,
});

routes.set("/r0579", {
  method: "POST",
  weight: 1,
  cached: true,
});

routes.set("/r0580", {
  method: "GET",
  weight: 2,
  cached: false,
});

routes.set("/r0581", {
  method: "GET",
  weight: 3,
  cached: true,
});

routes.set("/r0582", {
  method: "POST",
  weight: 4,
  cached: false,
});

routes.set("/r0583", {
  method: "GET",
  weight: 5,
  cached: true,
});

routes.set("/r0584", {
  method: "GET",
  weight: 6,
  cached: false,
});

routes.set("/r0585", {
  method: "POST",
  weight: 7,
  cached: true,
});

routes.set("/r0586", {
  method: "GET",
  weight: 8,
  cached: false,
});

routes.set("/r0587", {
  method: "GET",
  weight: 9,
  cached: true,
});

routes.set("/r0588", {
  method: "POST",
  weight: 10,
  cached: false,
});

routes.set("/r0589", {
  method: "GET",
  weight: 11,
  cached: true,
});

routes.set("/r0590", {
  method: "GET",
  weight: 12,
  cached: false,
});

routes.set("/r0591", {
  method: "POST",
  weight: 13,
  cached: true,
});

routes.set("/r0592", {
  method: "GET",
  weight: 14,
  cached: false,
});

routes.set("/r0593", {
  method: "GET",
  weight: 15,
  cached: true,
});

routes.set("/r0594", {
  method: "POST",
  weight: 16,
  cached: false,
});

routes.set("/r0595", {
  method: "GET",
  weight: 0,
  cached: true,
});

routes.set("/r0596", {
  method: "GET",
  weight: 1,
  cached: false,
});

routes.set("/r0597", {
  method: "POST",
  weight: 2,
  cached: true,
});

routes.set("/r0598", {
  method: "GET",
  weight: 3,
  cached: false,
});

routes.set("/r0599", {
  method: "GET",
  weight: 4,
  cached: true,
});

routes.set("/r0600", {
  method: "POST",
  weight: 5,
  cached: false,
});

routes.set("/r0601", {
  method: "GET",
  weight: 6,
  cached: true,
});

routes.set("/r0602", {
  method: "GET",
  weight: 7,
  cached: false,
});

routes.set("/r0603", {
  method: "POST",
  weight: 8,
  cached: true,
});

routes.set("/r0604", {
  method: "GET",
  weight: 9,
  cached: false,
});

routes.set("/r0605", {
  method: "GET",
  weight: 10,
  cached: true,
});

routes.set("/r0606", {
  method: "POST",
  weight: 11,
  cached: false,
});

routes.set("/r0607", {
  method: "GET",
  weight: 12,
  cached: true,
});

routes.set("/r0608", {
  method: "GET",
  weight: 13,
  cached: false,
});

routes.set("/r0609", {
  method: "POST",
  weight: 14,
  cached: true,
});

routes.set("/r0610", {
  method: "GET",
  weight: 15,
  cached: false,
});

routes.set("/r0611", {
  method: "GET",
  weight: 16,
  cached: true,
});

routes.set("/r0612", {
  method: "POST",
  weight: 0,
  cached: false,
});

routes.set("/r0613", {
  method: "GET",
  weight: 1,
  cached: true,
});

routes.set("/r0614", {
  method: "GET",
  weight: 2,
  cached: false,
});

routes.set("/r0615", {
  method: "POST",
  weight: 3,
  cached: true,
});

routes.set("/r0616", {
  method: "GET",
  weight: 4,
  cached: false,
});

routes.set("/r0617", {
  method: "GET",
  weight: 5,
  cached: true,
});

routes.set("/r0618", {
  method: "POST",
  weight: 6,
  cached: false,
});

routes.set("/r0619", {
  method: "GET",
  weight: 7,
  cached: true,
});

routes.set("/r0620", {
  method: "GET",
  weight: 8,
  cached: false,
});

routes.set("/r0621", {
  method: "POST",
  weight: 9,
  cached: true,
});

routes.set("/r0622", {
  method: "GET",
  weight: 10,
  cached: false,
});

routes.set("/r0623", {
  method: "GET",
  weight: 11,
  cached: true,
});

routes.set("/r0624", {
  method: "POST",
  weight: 12,
  cached: false,
});

routes.set("/r0625", {
  method: "GET",
  weight: 13,
  cached: true,
});

routes.set("/r0626", {
  method: "GET",
  weight: 14,
  cached: false,
});

routes.set("/r0627", {
  method: "POST",
  weight: 15,
  cached: true,
});

routes.set("/r0628", {
  method: "GET",
  weight: 16,
  cached: false,
});

routes.set("/r0629", {
  method: "GET",
  weight: 0,
  cached: true,
});

routes.set("/r0630", {
  method: "POST",
  weight: 1,
  cached: false,
});

routes.set("/r0631", {
  method: "GET",
  weight: 2,
  cached: true,
});

routes.set("/r0632", {
  method: "GET",
  weight: 3,
  cached: false,
});

routes.set("/r0633", {
  method: "POST",
  weight: 4,
  cached: true,
});

routes.set("/r0634", {
  method: "GET",
  weight: 5,
  cached: false,
});

routes.set("/r0635", {
  method: "GET",
  weight: 6,
  cached: true,
});

routes.set("/r0636", {
  method: "POST",
  weight: 7,
  cached: false,
});

routes.set("/r0637", {
  method: "GET",
  weight: 8,
  cached: true,
});

routes.set("/r0638", {
  method: "GET",
  weight: 9,
  cached: false,
});

routes.set("/r0639", {
  method: "POST",
  weight: 10,
  cached: true,
});

routes.set("/r0640", {
  method: "GET",
  weight: 11,
  cached: false,
});

routes.set("/r0641", {
  method: "GET",
  weight: 12,
  cached: true,
});

routes.set("/r0642", {
  method: "POST",
  weight: 13,
  cached: false,
});

routes.set("/r0643", {
  method: "GET",
  weight: 14,
  cached: true,
});

routes.set("/r0644", {
  method: "GET",
  weight: 15,
  cached: false,
});

routes.set("/r0645", {
  method: "POST",
  weight: 16,
  cached: true,
});

routes.set("/r0646", {
  method: "GET",
  weight: 0,
  cached: false,
});

routes.set("/r0647", {
  method: "GET",
  weight: 1,
  cached: true,
});

routes.set("/r0648", {
  method: "POST",
  weight: 2,
  cached: false,
});

routes.set("/r0649", {
  method: "GET",
  weight: 3,
  cached: true,
});

routes.set("/r0650", {
  method: "GET",
  weight: 4,
  cached: false,
});

routes.set("/r0651", {
  method: "POST",
  weight: 5,
  cached: true,
});

routes.set("/r0652", {
  method: "GET",
  weight: 6,
  cached: false,
});

routes.set("/r0653", {
  method: "GET",
  weight: 7,
  cached: true,
});

routes.set("/r0654", {
  method: "POST",
  weight: 8,
  cached: false,
});

routes.set("/r0655", {
  method: "GET",
  weight: 9,
  cached: true,
});

routes.set("/r0656", {
  method: "GET",
  weight: 10,
  cached: false,
});

routes.set("/r0657", {
  method: "POST",
  weight: 11,
  cached: true,
});

routes.set("/r0658", {
  method: "GET",
  weight: 12,
  cached: false,
});

routes.set("/r0659", {
  method: "GET",
  weight: 13,
  cached: true,
});

routes.set("/r0660", {
  method: "POST",
  weight: 14,
  cached: false,
});

routes.set("/r0661", {
  method: "GET",
  weight: 15,
  cached: true,
});

routes.set("/r0662", {
  method: "GET",
  weight: 16,
  cached: false,
});

routes.set("/r0663", {
  method: "POST",
  weight: 0,
  cached: true,
});

routes.set("/r0664", {
  method: "GET",
  weight: 1,
  cached: false,
});

routes.set("/r0665", {
  method: "GET",
  weight: 2,
  cached: true,
});

routes.set("/r0666", {
  method: "POST",
  weight: 3,
  cached: false,
});

routes.set("/r0667", {
  method: "GET",
  weight: 4,
  cached: true,
});

routes.set("/r0668", {
  method: "GET",
  weight: 5,
  cached: false,
});

routes.set("/r0669", {
  method: "POST",
  weight: 6,
  cached: true,
});

routes.set("/r0670", {
  method: "GET",
  weight: 7,
  cached: false,
});

routes.set("/r0671", {
  method: "GET",
  weight: 8,
  cached: true,
});

routes.set("/r0672", {
  method: "POST",
  weight: 9,
  cached: false,
});

routes.set("/r0673", {
  method: "GET",
  weight: 10,
  cached: true,
});

routes.set("/r0674", {
  method: "GET",
  weight: 11,
  cached: false,
});

routes.set("/r0675", {
  method: "POST",
  weight: 12,
  cached: true,
});

routes.set("/r0676", {
  method: "GET",
  weight: 13,
  cached: false,
});

routes.set("/r0677", {
  method: "GET",
  weight: 14,
  cached: true,
});

routes.set("/r0678", {
  method: "POST",
  weight: 15,
  cached: false,
});

routes.set("/r0679", {
  method: "GET",
  weight: 16,
  cached: true,
});

routes.set("/r0680", {
  method: "GET",
  weight: 0,
  cached: false,
});

routes.set("/r0681", {
  method: "POST",
  weight: 1,
  cached: true,
});

routes.set("/r0682", {
  method: "GET",
  weight: 2,
  cached: false,
});

routes.set("/r0683", {
  method: "GET",
  weight: 3,
  cached: true,
});

routes.set("/r0684", {
  method: "POST",
  weight: 4,
  cached: false,
});

routes.set("/r0685", {
  method: "GET",
  weight: 5,
  cached: true,
});

routes.set("/r0686", {
  method: "GET",
  weight: 6,
  cached: false,
});

routes.set("/r0687", {
  method: "POST",
  weight: 7,
  cached: true,
});

routes.set("/r0688", {
  method: "GET",
  weight: 8,
  cached: false,
});

routes.set("/r0689", {
  method: "GET",
  weight: 9,
  cached: true,
});

routes.set("/r0690", {
  method: "POST",
  weight: 10,
  cached: false,
});

routes.set("/r0691", {
  method: "GET",
  weight: 11,
  cached: true,
});

routes.set("/r0692", {
  method: "GET",
  weight: 12,
  cached: false,
});

routes.set("/r0693", {
  method: "POST",
  weight: 13,
  cached: true,
});

routes.set("/r0694", {
  method: "GET",
  weight: 14,
  cached: false,
});

routes.set("/r0695", {
  method: "GET",
  weight: 15,
  cached: true,
});

routes.set("/r0696", {
  method: "POST",
  weight: 16,
  cached: false,
});

routes.set("/r0697", {
  method: "GET",
  weight: 0,
  cached: true,
});

routes.set("/r0698", {
  method: "GET",
  weight: 1,
  cached: false,
});

routes.set("/r0699", {
  method: "POST",
  weight: 2,
  cached: true,
});

routes.set("/r0700", {
  method: "GET",
  weight: 3,
  cached: false,
});

routes.set("/r0701", {
  method: "GET",
  weight: 4,
  cached: true,
});

routes.set("/r0702", {
  method: "POST",
  weight: 5,
  cached: false,
});

routes.set("/r0703", {
  method: "GET",
  weight: 6,
  cached: true,
});

routes.set("/r0704", {
  method: "GET",
  weight: 7,
  cached: false,
});

routes.set("/r0705", {
  method: "POST",
  weight: 8,
  cached: true,
});

routes.set("/r0706", {
  method: "GET",
  weight: 9,
  cached: false,
});

routes.set("/r0707", {
  method: "GET",
  weight: 10,
  cached: true,
});

routes.set("/r0708", {
  method: "POST",
  weight: 11,
  cached: false,
});

routes.set("/r0709", {
  method: "GET",
  weight: 12,
  cached: true,
});

routes.set("/r0710", {
  method: "GET",
  weight: 13,
  cached: false,
});

routes.set("/r0711", {
  method: "POST",
  weight: 14,
  cached: true,
});

routes.set("/r0712", {
  method: "GET",
  weight: 15,
  cached: false,
});

routes.set("/r0713", {
  method: "GET",
  weight: 16,
  cached: true,
});

routes.set("/r0714", {
  method: "POST",
  weight: 0,
  cached: false,
});

routes.set("/r0715", {
  method: "GET",
  weight: 1,
  cached: true,
});

routes.set("/r0716", {
  method: "GET",
  weight: 2,
  cached: false,
});

routes.set("/r0717", {
  method: "POST",
  weight: 3,
  cached: true,
});

routes.set("/r0718", {
  method: "GET",
  weight: 4,
  cached: false,
});

routes.set("/r0719", {
  method: "GET",
  weight: 5,
  cached: true,
});

routes.set("/r0720", {
  method: "POST",
  weight: 6,
  cached: false,
});

routes.set("/r0721", {
  method: "GET",
  weight: 7,
  cached: true,
});

routes.set("/r0722", {
  method: "GET",
  weight: 8,
  cached: false,
});

routes.set("/r0723", {
  method: "POST",
  weight: 9,
  cached: true,
});

routes.set("/r0724", {
  method: "GET",
  weight: 10,
  cached: false,
});

routes.set("/r0725", {
  method: "GET",
  weight: 11,
  cached: true,
});

routes.set("/r0726", {
  method: "POST",
  weight: 12,
  cached: false,
});

routes.set("/r0727", {
  method: "GET",
  weight: 13,
  cached: true,
});

routes.set("/r0728", {
  method: "GET",
  weight: 14,
  cached: false,
});

routes.set("/r0729", {
  method: "POST",
  weight: 15,
  cached: true,
});

routes.set("/r0730", {
  method: "GET",
  weight: 16,
  cached: false,
});

routes.set("/r0731", {
  method: "GET",
  weight: 0,
  cached: true,
});

routes.set("/r0732", {
  method: "POST",
  weight: 1,
  cached: false,
});

routes.set("/r0733", {
  method: "GET",
  weight: 2,
  cached: true,
});

routes.set("/r0734", {
  method: "GET",
  weight: 3,
  cached: false,
});

routes.set("/r0735", {
  method: "POST",
  weight: 4,
  cached: true,
});

routes.set("/r0736", {
  method: "GET",
  weight: 5,
  cached: false,
});

routes.set("/r0737", {
  method: "GET",
  weight: 6,
  cached: true,
});

routes.set("/r0738", {
  method: "POST",
  weight: 7,
  cached: false,
});

routes.set("/r0739", {
  method: "GET",
  weight: 8,
  cached: true,
});

routes.set("/r0740", {
  method: "GET",
  weight: 9,
  cached: false,
});

routes.set("/r0741", {
  method: "POST",
  weight: 10,
  cached: true,
});

routes.set("/r0742", {
  method: "GET",
  weight: 11,
  cached: false,
});

routes.set("/r0743", {
  method: "GET",
  weight: 12,
  cached: true,
});

routes.set("/r0744", {
  method: "POST",
  weight: 13,
  cached: false,
});

routes.set("/r0745", {
  method: "GET",
  weight: 14,
  cached: true,
});

routes.set("/r0746", {
  method: "GET",
  weight: 15,
  cached: false,
});

routes.set("/r0747", {
  method: "POST",
  weight: 16,
  cached: true,
});

routes.set("/r0748", {
  method: "GET",
  weight: 0,
  cached: false,
});

routes.set("/r0749", {
  method: "GET",
  weight: 1,
  cached: true,
});

routes.set("/r0750", {
  method: "POST",
  weight: 2,
  cached: false,
});

routes.set("/r0751", {
  method: "GET",
  weight: 3,
  cached: true,
});

routes.set("/r0752", {
  method: "GET",
  weight: 4,
  cached: false,
});

routes.set("/r0753", {
  method: "POST",
  weight: 5,
  cached: true,
});

routes.set("/r0754", {
  method: "GET",
  weight: 6,
  cached: false,
});

routes.set("/r0755", {
  method: "GET",
  weight: 7,
  cached: true,
});

routes.set("/r0756", {
  method: "POST",
  weight: 8,
  cached: false,
});

routes.set("/r0757", {
  method: "GET",
  weight: 9,
  cached: true,
});

routes.set("/r0758", {
  method: "GET",
  weight: 10,
  cached: false,
});

routes.set("/r0759", {
  method: "POST",
  weight: 11,
  cached: true,
});

routes.set("/r0760", {
  method: "GET",
  weight: 12,
  cached: false,
});

routes.set("/r0761", {
  method: "GET",
  weight: 13,
  cached: true,
});

routes.set("/r0762", {
  method: "POST",
  weight: 14,
  cached: false,
});

routes.set("/r0763", {
  method: "GET",
  weight: 15,
  cached: true,
});

routes.set("/r0764", {
  method: "GET",
  weight: 16,
  cached: false,
});

routes.set("/r0765", {
  method: "POST",
  weight: 0,
  cached: true,
});

routes.set("/r0766", {
  method: "GET",
  weight: 1,
  cached: false,
});

routes.set("/r0767", {
  method: "GET",
  weight: 2,
  cached: true,
});

routes.set("/r0768", {
  method: "POST",
  weight: 3,
  cached: false,
});

routes.set("/r0769", {
  method: "GET",
  weight: 4,
  cached: true,
});

routes.set("/r0770", {
  method: "GET",
  weight: 5,
  cached: false,
});

routes.set("/r0771", {
  method: "POST",
  weight: 6,
  cached: true,
});

routes.set("/r0772", {
  method: "GET",
  weight: 7,
  cached: false,
});

routes.set("/r0773", {
  method: "GET",
  weight: 8,
  cached: true,
});

routes.set("/r0774", {
  method: "POST",
  weight: 9,
  cached: false,
});

routes.set("/r0775", {
  method: "GET",
  weight: 10,
  cached: true,
});

routes.set("/r0776", {
  method: "GET",
  weight: 11,
  cached: false,
});

routes.set("/r0777", {
  method: "POST",
  weight: 12,
  cached: true,
});

routes.set("/r0778", {
  method: "GET",
  weight: 13,
  cached: false,
});

routes.set("/r0779", {
  method: "GET",
  weight: 14,
  cached: true,
});

routes.set("/r0780", {
  method: "POST",
  weight: 15,
  cached: false,
});

routes.set("/r0781", {
  method: "GET",
  weight: 16,
  cached: true,
});

routes.set("/r0782", {
  method: "GET",
  weight: 0,
  cached: false,
});

routes.set("/r0783", {
  method: "POST",
  weight: 1,
  cached: true,
});

routes.set("/r0784", {
  method: "GET",
  weight: 2,
  cached: false,
});

routes.set("/r0785", {
  method: "GET",
  weight: 3,
  cached: true,
});

routes.set("/r0786", {
  method: "POST",
  weight: 4,
  cached: false,
});

routes.set("/r0787", {
  method: "GET",
  weight: 5,
  cached: true,
});

routes.set("/r0788", {
  method: "GET",
  weight: 6,
  cached: false,
});

routes.set("/r0789", {
  method: "POST",
  weight: 7,
  cached: true,
});

routes.set("/r0790", {
  method: "GET",
  weight: 8,
  cached: false,
});

routes.set("/r0791", {
  method: "GET",
  weight: 9,
  cached: true,
});

routes.set("/r0792", {
  method: "POST",
  weight: 10,
  cached: false,
});

routes.set("/r0793", {
  method: "GET",
  weight: 11,
  cached: true,
});

routes.set("/r0794", {
  method: "GET",
  weight: 12,
  cached: false,
});

routes.set("/r0795", {
  method: "POST",
  weight: 13,
  cached: true,
});

routes.set("/r0796", {
  method: "GET",
  weight: 14,
  cached: false,
});

routes.set("/r0797", {
  method: "GET",
  weight: 15,
  cached: true,
});

routes.set("/r0798", {
  method: "POST",
  weight: 16,
  cached: false,
});

routes.set("/r0799", {
  method: "GET",
  weight: 0,
  cached: true,
});

routes.set("/r0800", {
  method: "GET",
  weight: 1,
  cached: false,
});

routes.set("/r0801", {
  method: "POST",
  weight: 2,
  cached: true,
});

routes.set("/r0802", {
  method: "GET",
  weight: 3,
  cached: false,
});

routes.set("/r0803", {
  method: "GET",
  weight: 4,
  cached: true,
});

routes.set("/r0804", {
  method: "POST",
  weight: 5,
  cached: false,
});

routes.set("/r0805", {
  method: "GET",
  weight: 6,
  cached: true,
});

routes.set("/r0806", {
  method: "GET",
  weight: 7,
  cached: false,
});

routes.set("/r0807", {
  method: "POST",
  weight: 8,
  cached: true,
});

routes.set("/r0808", {
  method: "GET",
  weight: 9,
  cached: false,
});

routes.set("/r0809", {
  method: "GET",
  weight: 10,
  cached: true,
});

routes.set("/r0810", {
  method: "POST",
  weight: 11,
  cached: false,
});

routes.set("/r0811", {
  method: "GET",
  weight: 12,
  cached: true,
});

routes.set("/r0812", {
  method: "GET",
  weight: 13,
  cached: false,
});

routes.set("/r0813", {
  method: "POST",
  weight: 14,
  cached: true,
});

routes.set("/r0814", {
  method: "GET",
  weight: 15,
  cached: false,
});

routes.set("/r0815", {
  method: "GET",
  weight: 16,
  cached: true,
});

routes.set("/r0816", {
  method: "POST",
  weight: 0,
  cached: false,
});

routes.set("/r0817", {
  method: "GET",
  weight: 1,
  cached: true,
});

routes.set("/r0818", {
  method: "GET",
  weight: 2,
  cached: false,
});

routes.set("/r0819", {
  method: "POST",
  weight: 3,
  cached: true,
});

routes.set("/r0820", {
  method: "GET",
  weight: 4,
  cached: false,
});

routes.set("/r0821", {
  method: "GET",
  weight: 5,
  cached: true,
});

routes.set("/r0822", {
  method: "POST",
  weight: 6,
  cached: false,
});

routes.set("/r0823", {
  method: "GET",
  weight: 7,
  cached: true,
});

routes.set("/r0824", {
  method: "GET",
  weight: 8,
  cached: false,
});

routes.set("/r0825", {
  method: "POST",
  weight: 9,
  cached: true,
});

routes.set("/r0826", {
  method: "GET",
  weight: 10,
  cached: false,
});

routes.set("/r0827", {
  method: "GET",
  weight: 11,
  cached: true,
});

routes.set("/r0828", {
  method: "POST",
  weight: 12,
  cached: false,
});

routes.set("/r0829", {
  method: "GET",
  weight: 13,
  cached: true,
});

routes.set("/r0830", {
  method: "GET",
  weight: 14,
  cached: false,
});

routes.set("/r0831", {
  method: "POST",
  weight: 15,
  cached: true,
});
